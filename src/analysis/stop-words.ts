import { stopwords } from '@orama/stopwords/english';

/**
 * Words that every abstract may use, whatever it is about: they neither relate papers nor explain a relation.
 * Their other forms go with them, so a word whose stem has a subject of its own is not here: "effective" (treatment
 * effects), "similar" (similarity search), "experiment" (experience replay), "nature" (natural language).
 */
const wordsOfAbstracts = `
	able accordingly achieve address advance aim al allow also although among approach art article aspect author
	available based begin benefit better beyond body capture certain challenge com common compare complicate conduct
	consider contribute create current demand describe despite develop different difficult difficulty due eg either
	enable end especially et etc evaluate even exist extensive feasible find focus found four furthermore github give
	given good growing hence high hold however html http https ie illustrate important improve include increase
	increasingly inspire instead introduce investigate involve io issue kind known lack last latter lead least leverage
	like limited main mainly make may method moreover much necessary need new next notion novel number obtain offer
	often one org outperform overall overcome paper particular perform play plays possible present previous previously
	problem promising propose prove provide publicly push quantify range rather recent release remain replace report
	require research respectively result reveal section seem show significant simple since solution solve specific still
	strong study substantial successfully suffer sufficient suggest suitable tackle third thousand three thus together
	toward towards two type undesirable unlike upon use usually validate variety various via way well whereas whether
	whole wide widely within without work would www yet yield
`;

/**
 * English function words and the words of abstracts, in lower case; contracted words also by their parts.
 * "few" is not among them: "few-shot" is a subject.
 */
export const stopWords: ReadonlySet<string> = new Set(
	[...stopwords, ...wordsOfAbstracts.trim().split(/\s+/)]
		.flatMap((word) => [word, ...word.split("'")])
		.filter((word) => word !== 'few'),
);
