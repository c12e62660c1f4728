/** Words that generated texts are made of, and how often a state is met in a database that is in use. */

export const WORDS: readonly string[] =
  `alpha amber anchor apple april arrow aspen autumn azure badge bamboo basil beacon
berry birch blaze bloom blue boulder breeze bright bronze brook canyon cedar charm cherry cinder cipher citrus clover cobalt
comet copper coral crystal cycle daily dance dawn delta desert diamond dream drift dusk eagle early echo ember evening falcon
feather fern festival field flame forest fresh frost galaxy garden gentle glow gold granite grove harbor hazel heart hidden
hollow honey horizon indigo iris island ivory jade jasmine jungle juniper keen lace lagoon lantern lark laurel lemon light
lilac live lotus lucky lunar magic mango maple marble meadow mellow midnight mint mirror misty moment moon morning mosaic
mountain music mystic neon new night noble north nova oak ocean olive onyx opal orbit orchid pearl pepper photo pine planet
plum polar prime private pulse quartz quick quiet rain raven ridge river robin rose royal ruby saffron sage salt sapphire
scarlet season secret set shadow shine shore silk silver simple sky smooth snow solar song spark special spring star stone
storm story studio summer sun sunset swift teal thunder tiger timber topaz trail tulip twilight urban valley velvet video
violet vivid walnut warm wave weekend wild willow wind winter wolf wonder young zen zephyr`.split(/\s+/);

/** States that a row passes through, and rarely stands in. */
const PASSING =
  /^(queued|pending|ready|running|retry|retrying|leased|requested|draft|open|waiting|starting|processing|scheduled|received|verifying|submitted|in_review|started|uploading|new|held|assigned|escalated|incomplete|trialing|past_due|live|reserved|disputed|under_review|ringing|provisional|authorized|authorised)$/;

/** States that most rows come to. */
const LASTING =
  /^(active|published|done|completed|complete|sent|delivered|succeeded|success|paid|captured|closed|settled|resolved|finished|ended|approved|verified|visible|accepted|passed|actioned|removed|used|fulfilled|ok|ready_to_view|enabled|confirmed|public|posted|read|granted|available|free|listed|normal|standard|user)$/;

/** @returns how likely a value of a list is, beside 1 */
export function weightOf(value: string): number {
  if (LASTING.test(value)) return 6;
  return PASSING.test(value) ? 0.5 : 1;
}
