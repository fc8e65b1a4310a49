export function words(list: string): string[] {
	return list.trim().split(/\s+/);
}

/** Verbs that the sentences of abstracts turn on, by their base; all forms but those of `nominal` break a phrase. */
const verbs = `
	accelerate accept accommodate accomplish accompany account accumulate acquire act adapt add adhere adjust adopt affect
	alleviate allocate analyze analyse answer anticipate appear apply approach approximate argue arise ask assemble assess
	assign assist associate assume attain attempt attract augment avoid balance bear become behave believe bias boost bound
	break bridge bring broaden build bypass calculate call carry cause characterize check choose claim clarify close collect
	combine come comprise compute concern conclude confirm connect consist constitute constrain construct consume contain
	continue contrast control convert correlate correspond cover cope criticize decide decompose decouple decrease dedicate
	define degrade delve deliver demonstrate denote depend deploy derive deserve design detail determine deviate devise
	differ diminish discard discover discuss disentangle distill distinguish diverge divide dominate draw drive drop ease
	elevate eliminate elicit elucidate embody emerge emphasize employ empower encode encompass encounter encourage endow
	enforce enhance enrich ensure entail equip establish estimate evolve examine exceed exclude execute exhibit expand
	expect experience explain exploit explore expose express extend extract face facilitate fail fall favor feed fill
	filter finalize fit focus follow force forget form formalize formulate foster fuse gain gather generalize get go grasp
	grow grant guarantee guide hamper handle happen help hide highlight hinder hinge identify ignore illuminate imitate impact
	impede implement imply impose incorporate incur indicate induce infer influence inform inherit inhibit initialize
	inject insert integrate intend interact interpret intervene invite isolate judge jump justify keep know label learn
	lack launch lay let lie lift link locate look lose lower maintain manage match matter maximize mean measure meet merge
	minimize miss mitigate model modify motivate move narrow navigate necessitate neglect note observe occur omit operate
	optimize order organize originate outline output overfit overlook own partition pave penalize permit persist pose
	position possess postulate practice precede predict prefer preserve prevent preclude prioritize proceed produce
	prohibit promote prompt protect prune pursue put question raise reach read realize reason receive recognize recommend
	reconcile recover reconstruct redefine reduce reflect refer refine reformulate regard regularize reinforce reject relate
	relax rely render repeat reproduce resolve resort respect respond rest restrict retain retrieve return reuse revisit
	rise run sacrifice satisfy save saturate say scale search see seek select send separate serve set shape share shed shift
	showcase simplify simulate sit sort spend stand start state stay stem stimulate stop streamline strengthen strike
	strive struggle submit subsume succeed summarize supplement supply support suppress surpass surround sustain switch
	synthesize tailor take target teach tell tend term terminate test think train transcend transfer transform translate
	treat trigger try turn uncover undergo underlie underscore understand undertake unify unleash unlock unravel unveil
	update utilize utilise vary verify view visualize want warrant weigh work worsen write generate feature expand elaborate lag introduce leverage enable propose achieve
	outperform tackle aim
`;
/** Those of them that are nouns, or parts of terms, in their base form and in `-s`. */
const nominal = new Set(
	words(`
	account act answer approach balance bias boost bound bridge cause check claim close control contrast cover decide design
	detail drive drop encode experience face feed fill filter fit force form gain guarantee guide impact influence jump
	judge label launch lack lift link match matter mean measure merge model move navigate note order output own
	partition position practice prompt question raise reason return reuse rise run scale search set shape share shift
	sort stand start state stem stop supplement supply support switch target teach term test train transfer transform
	translate trigger turn update view work focus interact augment jump experience shot call estimate label term
`),
);
/** Forms in `-ing` that are names of things that people do or that models do. */
export const doing: ReadonlySet<string> = new Set(
	words(`
	learning training reasoning planning processing embedding sampling scaling matching tuning testing routing caching
	hashing clustering steering editing tracking rendering splatting modeling modelling understanding programming coding
	decoding encoding prompting grounding alignment captioning parsing forecasting labeling labelling mapping marketing
	masking merging mining monitoring packing painting inpainting outpainting pooling posttraining pretraining finetuning
	pruning ranking reranking rating reading writing retargeting rewriting segmentation sensing serving sharing shopping
	singing smoothing streaming summarization switching tiling tokenizing translating trading unlearning
	upsampling voting walking watermarking weighting whitening computing debugging debiasing denoising distilling driving
	engineering fine-tuning folding forgetting gating hacking imaging indexing jailbreaking lighting relighting
	listening looping manufacturing meeting multitasking navigation navigating networking optimising overfitting
	underfitting partitioning recording red-teaming redteaming rehearsing replaying scheduling scoring screening
	searching setting settings shaping sequencing skinning speaking spelling stitching storytelling string styling
	swapping tagging transferring tutoring typing thing things being wellbeing bearing bootstrapping
	boosting bagging branching broadcasting building buildings chunking counting crowdsourcing cutting drawing
	dubbing ending fairing feeling filtering fingerprinting gaming gardening geocoding grasping grokking
	handwriting hearing housing interleaving king layering lensing lip-syncing logging mixing morphing
	nursing onboarding patching phishing posing preprocessing postprocessing profiling proving ring rigging sewing
	signing sketching sparsifying spring stacking steganography swing texturing timing tracing turing upscaling
	upcycling vaccinating warping wing conditioning reasoners bandwidth conferencing ordering reordering unmixing
	talking watching weaving welding wiring workings phrasing paraphrasing questioning answering imputing interpolating
	`),
);
/** Forms in `-ed` and irregular participles that begin terms: "distributed training". */
export const done: ReadonlySet<string> = new Set(
	words(`
	distributed supervised unsupervised embedded quantized connected shared mixed nested gated masked structured
	unstructured labeled unlabeled labelled unlabelled paired unpaired guided directed undirected weighted balanced
	imbalanced constrained unconstrained compressed bounded unbounded unified fused federated grounded augmented embodied
	pretrained trained finetuned fine-tuned pre-trained post-trained learned hidden discretized randomized regularized
	localized personalized linked nested skewed hyped layered generalized linearized normalized stacked tied tiered
	coupled decoupled delayed rewarded automated extended reduced accelerated interleaved disentangled conditioned
	animated articulated restricted simulated spiking mean-field closed animated verified threaded aligned unaligned
	cooked licensed textured deep-seated calibrated retrieved biased unbiased red need seed speed feed bed embed
	shed weed deed breed naked sacred hundred tailored truncated clipped pooled sliced switched tuned
`),
);

const nominalForms = new Set([...nominal].flatMap((base) => [base, `${base}s`, `${base}es`]));
/** The forms of verbs that break a phrase. */
export const verbForms: ReadonlySet<string> = new Set(
	words(verbs)
		.flatMap(formsOf)
		.filter((form) => !nominalForms.has(form) && !doing.has(form) && !done.has(form)),
);

/** All forms of a regular verb. */
function formsOf(base: string): string[] {
	const short = base.replace(/e$/, '');
	const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(base) ? `${base}${base.at(-1)}` : short;
	const y = /[^aeiou]y$/.test(base) ? base.replace(/y$/, 'i') : null;
	return [
		base,
		...(y === null ? [`${base}s`, `${base}es`, `${short}ed`, `${doubled}ed`] : [`${y}es`, `${y}ed`]),
		`${short}ing`,
		`${doubled}ing`,
		`${base}ing`,
	];
}
