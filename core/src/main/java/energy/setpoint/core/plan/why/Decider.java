package energy.setpoint.core.plan.why;

/** What decided how much power a device gets in a step. A step has exactly one. */
public enum Decider {
  /** It is not there. */
  NOT_CONNECTED,
  /** It takes or gives as much as it can by itself. */
  FULL_POWER,
  /** Its battery is so full that it takes no more. */
  TAPER,
  /** A fuse, a transformer, the grid connection or a grid event leaves no more. */
  LIMIT,
  /** More import would make a peak dearer; or giving lowers one. */
  PEAK,
  /** It takes what the sun gives beyond all other use. */
  SOLAR,
  /** It gets its energy in later steps, where it costs less. */
  CHEAPER_LATER,
  /** It got its energy in earlier steps, where it cost less. */
  CHEAPER_EARLIER,
  /** This step costs as much as one that was chosen; among equals the plan is early and calm. */
  EQUAL,
  /** The dearest step that it uses: it takes the rest of its need here. */
  MARGINAL,
  /** Its battery holds all that it may, or all that it wants. */
  FULL,
  /** Its battery holds only what must stay inside. */
  EMPTY,
  /** It gives, because energy is dearer here than where it is taken. */
  SPREAD,
  /** It gives as much as the site uses; feeding more into the grid would not pay. */
  OWN_USE,
  /** Energy is neither cheap enough to take nor dear enough to give. */
  RESTING,
  /** Leaving with less costs less than taking energy here. */
  NOT_WORTH_IT,
  /** It can only charge with certain powers, or start so often. */
  MINIMUM,
  /** It began outside its window and moves only towards it. */
  RETURNING,
  /** It helps to keep a limit or an event, or serves a need: these come before money. */
  BEFORE_MONEY,
  /** It was decided for all scenarios together, before anybody knew which one comes. */
  HERE_AND_NOW,
  /** Nothing of the above: a rule of thumb, or an "either … or" that prices do not tell of. */
  METHOD
}
