import { doing, done, verbForms, words } from './keyphrase-verbs.ts';
import { remembering } from './remembering.ts';
import { stemOf, stopStems } from './stems.ts';
import { stopWords } from './stop-words.ts';

/**
 * What a word may do in a phrase: `breaks` ends it, `generic` says nothing by itself, `leading` may not stand
 * last, `telling` may stand anywhere.
 */
export type WordRole = 'breaks' | 'generic' | 'leading' | 'telling';

/** Nouns that share their stem with a word that is said everywhere. */
const nouns = new Set(
	words(`
	action actions communication content contents conduct conductivity distribution evaluation evaluations
	evaluator exploration generator introduction issue issues kind number numbers objective performance proposal
	proposals provider reporting requirement search solver solvers solving studies typing usage user users utility weight
`),
);

/** Adjectives, adverbs and counts that praise or measure; and what a sentence says of its own paper. */
const remarks = `
	ablation ablations absence abundance abundant accordance accurate across actual actually ad additional
	additionally advanced advances advantage advantages advantageous advent alike almost alone along already alternative
	alternatively always amid among amount amounts ample analogous another apart apparent appropriate around aside attempts
	average away back basic beneficial best big bottom brief briefly broad broader broadly careful carefully
	central challenging cheap cheaper clear clearly close closely coherent common commonly comparable comparative
	comparison comparisons competitive complete completely complex complementary comprehensive compelling conclusion conclusions
	concrete concurrent consequence consequently consequences considerable consistent consistently contemporary contrary convenient
	conventional corresponding costly counterpart counterparts crucial cutting-edge day days dedicated deeper
	degree desirable desired detailed direct directly distinct diverse dozen dozens drastic drastically drawback drawbacks due
	earlier early easily easy effective effectively effectiveness efficacy efficient efficiently eight either elaborate
	elegant else elusive empirical empirically end enough entire entirely equal equally equivalent essential essentially
	eventually ever evident evidence exact exactly example examples excellent exceptional exciting
	existence expensive experiment experiments experimental explicit explicitly extra extraordinary extreme extremely
	fact facto fairly familiar far fashion fast faster favorable feasible fewer fifth finally findings fine first firstly five former
	forward four fourth frequent frequently fresh fruitful full fully fundamental fundamentally future gap
	generally genuine goal goals great greater greatly half hand handful hard harder hardly helpful high-quality higher highest
	highly hoc holistic however huge hundreds ideal ideally identical immediate immense implication implications impressive
	inability inadequate inherent inherently initial initially innovative insight insights instance intensive interesting
	interestingly intricate intuitive intuitively ill key large-scale larger largest last lastly late lately later latter least
	less lesser level levels lightweight likely line little lot lots low lower lowest magnitude main mainly major majority
	manner manually many massive maximum meaningful meanwhile merely million millions billion billions mere minimal
	minimum minor moderate modern modest month months moreover mostly multiple mutual naive namely near nearly
	necessity negligible neither nevertheless new newer newly next nine nonetheless nontrivial non-trivial nor normally notable
	notably noteworthy nothing novel now nowadays numerous obvious obviously occasionally often once ones ongoing open-source
	open-sourced optimally order orders original originally otherwise outcome outcomes outstanding overall overview own paradigm
	paramount part partially particularly parts past percent per perfect perfectly perhaps pivotal plausible plenty
	point points poor poorly popular popularity possibility possibilities possibly potential potentially
	powerful practical practically practice practices preferable preliminary present-day presence presumably pressing prevailing prevalent previous
	primarily primary principal principled prior probably profound progress prominent promise promptly proof-of-concept proper properly
	proportion pros purely purpose purposes quick quickly quite rapid rapidly rare rarely rather ratio readily real
	really reason reasons reasonable recent recently relatively relevant reliable remarkable
	remarkably resource-intensive respective rest rich richer rigorous rigorous role roles root rough roughly routine
	satisfactory scarcity scenario scenarios second secondly self serious set sets setup seven severe severely sharp sharply
	short shortcoming shortcomings shorter side simpler simplest simply simultaneous simultaneously single situation situations six sizable
	sized slight slightly slow slower small smaller smallest smooth smoothly so-called sole solely solid sometimes soon sophisticated
	specific specifically standard start starting state-of-the-art state-of-art sota steps step stark still straightforward strategy strategies strength strengths
	strict strictly striking strikingly strong stronger subsequent subsequently subtle suite superior superiority suitable
	sure surprising surprisingly systematic systematically technique techniques ten theoretical theoretically thorough thoroughly though thousands
	threefold tiny today together top total tough traditional traditionally tremendous trend trends true truly twice twofold typical typically
	ubiquitous ultimate ultimately unclear understudied unable underexplored unexpected unexpectedly
	unfortunately unified unique uniquely unknown unnecessary unprecedented unresolved unsatisfactory until usability useful usefulness usual valuable
	variant variants varied variety vast versatile versatility versus vital vs weak weaker weakness weaknesses
	well-established well-known whilst wide-ranging widespread worse worst worthwhile year years yes zero
	et al fig figure table appendix supplementary eq equation theorem lemma corollary remark
	hypothesis url project page website webpage homepage code repository demo license apache mit doi arxiv preprint technical-report iclr neurips icml cvpr
	january february march april may june july august september october november december
	one two three four five six seven eight nine ten eleven twelve
	every few behind critical downstream upstream real-world state-of-the-arts ii iii iv vi vii viii final
	wild seconds minutes hours man men per-se everyday poorer better-than tens
	across amongst besides beside beyond despite except inside onto outside per since than throughout toward till underneath unless via within without
	respectively e.g i.e etc thus hence therefore thereby whereby wherein furthermore
	don doesn isn aren can't won didn cannot not never none no neither
`;

/** Said of every model and task: no phrase by themselves, alone or together. */
const generics = `
	ability abilities accuracy achievement agent agents algorithm algorithms analysis analyses answer answers application applications
	approach architecture architectures area areas article aspect aspects assessment assumption assumptions author authors base baseline baselines
	behavior behaviors behaviour behaviours benchmark benchmarks capability capabilities capacity case cases category categories challenge challenges chain change changes
	characteristic characteristics choice choices class classes collection community complexity component components computation computational
	computer concept concepts condition conditions configuration configurations constraint constraints content context contexts contribution contributions
	cost costs criteria criterion data database dataset datasets deployment design designs detail details development developments difference differences
	dimension dimensions direction directions discovery distribution domain domains dynamics effect effects element elements environment environments error errors
	evaluation evaluations event events experience expert experts extension factor factors family feature features field fields form format forms
	foundation framework frameworks function functions gains general generality generalization generation good ground group groups growth guidance guideline guidelines
	human humans idea ideas identification image images implementation implementations importance improvement improvements increase individual industry information input inputs
	integration interaction interactions interest interface issue issues item items knowledge language languages law laws layer layers learner length library life limit limits
	limitation list literature long loss losses machine machines mechanism mechanisms member method methodology methodologies methods metric metrics mode model modeling modelling models modes module modules multi
	name names nature need needs network networks neural non notion number numbers object objective objectives objects online operation operations opportunity opportunities optimization option options output outputs
	parameter parameters participants pattern patterns people performance performances period person perspective perspectives phase phases phenomenon pipeline pipelines place platform policy population power precision prediction predictions
	principle principles problem problems procedure procedures process processes processing product products program programs properties property protocol protocols public quality quantity question questions
	range rate rates reality realism regime region regions relation relations relationship relationships representation representations research researcher researchers resource resources response responses result results review risk risks rule rules
	sample samples scale scales scene schema scheme schemes science score scores sequence sequences series service services setting settings shape signal signals size sizes skill skills society software solution solutions source sources space spaces speed speedup
	split splits stage stages state states statistics structure structures study style subject subset subsets success survey system systems
	target targets task tasks team technology technologies term terms test tests text texts theory threshold time times token tokens tool tools topic topics trade-off tradeoff trade-offs tradeoffs training transformation transition
	type types unit units usage use user users utility validation value values variable variables variation variations version video videos view views visual weight weights window word words work works world large high low deep long fast big global local robust scalable
	fine-grained multi-step multi-stage two-stage end-to-end human-like real-world day-to-day step-by-step open open-ended high-level low-level
	learning reasoning understanding ai ui 2d 3d 4d gpu gpus cpu cpus api apis activation activations distributions execution estimate estimates
	classification approximation approximations query queries loop loops pixel pixels memory inference matrix matrices vector vectors entity entities index
	indices gradient gradients rendering modality modalities comprehension simulation simulations measure measures impact summary summaries document documents
	instruction instructions dictionary dictionaries decoding encoding encoder encoders decoder decoders sentence sentences student students teacher teachers
	edge edges node nodes label labels prompt prompts rank ranks position positions cell cells execution entropy scaling generators optimizer optimizers
	llm llms rl nlp ml dl cv sensor sensors expression expressions robot robots scientist scientists description descriptions
`;

/** Endings of adjectives and adverbs: no phrase ends with such a word. */
const adjective =
	/(?:[^r]al|ive|ous|ful|able|ible|less|ary|ic|ual|ial|like|ly|ent|ant|aware|free|based|driven|agnostic|specific|wise|scale|level|oriented|centric|friendly|efficient|invariant|ed)$/;
/** Nouns that end so too. */
const substantive = new Set(
	words(`
	signal signals goal proposal retrieval removal trial journal material arrival survival approval portal interval kernel
	appraisal renewal reversal rehearsal withdrawal denial potential tutorial manual individual capital animal crystal metal
	hospital terminal proposal polynomial integral manifold diagonal functional credential referral betrayal
	perspective objective narrative adjective alternative primitive derivative incentive archive drive five additive
	library vocabulary dictionary boundary summary adversary binary itinerary commentary glossary trajectory query
	table cable variable vegetable executable deliverable
	music topic logic arithmetic traffic mechanic clinic fabric semantic public statistic heuristic metric graphic
	rhetoric physic basic panic academic epidemic pandemic logic plastic
	agent content environment experiment component document alignment treatment measurement moment argument segment gradient
	client patient content event accident incident extent intent student talent element exponent movement adjustment
	assessment improvement refinement enhancement deployment development entanglement disentanglement judgment judgement
	assistant variant quadrant descendant plant merchant participant determinant infant restaurant constant covariant
	consent percent parent president tournament engagement placement displacement replacement management investment payment
	cement equipment agreement disagreement statement requirement achievement employment attachment fragment augment
	moment present accent ascent descent scent latent confluent content torment
	recipe need seed speed feed bed embed breed shed testbed
	anomaly assembly family supply multiply reply fly poly butterfly jelly italy monopoly july
	scale level free process access wireless business weakness fitness
	comic mosaic lyric critic attic arsenic cubic ethic aerobic organic traffic
	spiral oral moral viral choral plural
	embed subspace attribute
`),
);

/** A phrase is better without these behind it. */
const hollow: ReadonlySet<string> = new Set(
	words(`
	ability abilities advantage advantages algorithm algorithms approach approaches aspect aspects baseline baselines capability
	capabilities case cases challenge challenges component components concept concepts degradation effort efforts evaluation evaluations
	factor factors framework frameworks gain gains gap gaps improvement improvements issue issues limitation limitations
	manner mechanism mechanisms method methods methodology methodologies need needs output outputs paradigm paradigms part parts
	performance performances pipeline pipelines problem problems procedure procedures process processes property properties quality result results
	information accuracy landscape error errors perspective innovation innovations
	scenario scenarios scheme schemes setting settings setup solution solutions step steps strategy strategies study studies
	system-level task tasks technique techniques value values work works variants requirements
`),
);
/** Adjectives that a phrase is better without before it, if it is no term with them. */
const praise: ReadonlySet<string> = new Set(
	words(
		'robust scalable fast large good general open individual automated automatic generalized unified long global diverse adaptive enhanced improved lightweight generic',
	),
);
/** Words in `-ing` that begin the names of subjects. */
const subjects = new Set(
	words(`
	reasoning planning embedding routing modeling programming coding clustering king marketing string ring wing spring
	being housing manufacturing engineering computing networking spiking imaging streaming tracking sensing pricing
	`),
);
/** Adjectives that no ending tells. */
const plain = new Set(
	words(`
	technical dense sparse discrete concrete convex gaussian euclidean graphic black blind bright dark dynamic static
	generic implicit latent linear nonlinear non-linear online offline parallel serial quick raw remote safe secure
	sensible separate sparse square stable unstable symmetric synthetic synchronous asynchronous tight loose true false
	uniform upper valid invalid wide narrow diverse fair unfair honest accurate coarse fine soft hard hot cold warm
	deterministic stochastic bayesian markovian riemannian infinite finite absolute relative adequate adverse
	curated hybrid modular molecular regular irregular angular circular nuclear polar scalar planar
	heterogeneous homogeneous autoregressive non-autoregressive monocular binocular mobile agile fragile volatile
	cross-modal multi-modal multimodal intra inter human-centered human-centred robust adverse unseen seen
	temporal-spatial spatio-temporal spatiotemporal zero-shot few-shot one-shot
`),
);
const breaking: ReadonlySet<string> = new Set([...words(remarks), ...verbForms]);
const general: ReadonlySet<string> = new Set(words(generics));

/** What a word, in lower case and with its hyphens, may do in a phrase. */
export const roleOf = remembering((word): WordRole => {
	if (nouns.has(word)) return general.has(word) ? 'generic' : 'telling';
	if (general.has(word)) return 'generic';
	if (stopWords.has(word) || breaking.has(word)) return 'breaks';
	const compound = word.includes('-');
	if (!compound && stopStems.has(stemOf(word))) return 'breaks';
	if (!compound && /(?:..ly)$/.test(word) && !substantive.has(word)) return 'breaks';
	if (doing.has(word) || substantive.has(word)) return 'telling';
	if (!compound && /..ing$/.test(word)) return 'breaks';
	if (done.has(word)) return 'leading';
	if (!compound && /..ed$/.test(word)) return 'leading';
	return plain.has(word) || adjective.test(word) ? 'leading' : 'telling';
});

/** Whether a word says nothing behind others: "a planning framework" is about planning. */
export function isHollow(word: string): boolean {
	return hollow.has(word);
}

/** Whether a word says nothing before others: "robust segmentation" is about segmentation. */
export function isPraise(word: string): boolean {
	return praise.has(word);
}

/** Whether a word in `-ing` that begins a phrase most likely has what follows for its object: "teaching robots". */
export function isActing(word: string): boolean {
	return /..ing$/.test(word) && !subjects.has(word);
}
