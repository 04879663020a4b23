package energy.setpoint.simulation.physics;

/** Whether a vehicle is awake, as far as its temper lets it. Not thread-safe. */
final class Wakefulness {

  /** A shorter pause is none. */
  private static final double PAUSE_SECONDS = 60;

  private final Temper temper;
  private int offersMissing;
  private boolean offered;
  private double pausedSeconds;

  Wakefulness(Temper temper) {
    this.temper = temper;
    this.offersMissing = temper.offersToStart();
  }

  /** Some time passes in which current is offered or not. */
  void advance(double seconds, boolean isOffered) {
    if (isOffered && !offered) {
      offersMissing--;
    }
    if (isOffered) {
      pausedSeconds = 0;
    } else {
      boolean wasShort = pausedSeconds < PAUSE_SECONDS;
      pausedSeconds += seconds;
      if (offersMissing <= 0 && wasShort && pausedSeconds >= PAUSE_SECONDS) {
        offersMissing = temper.offersToResume();
      }
    }
    offered = isOffered;
  }

  boolean isAwake() {
    return offersMissing <= 0;
  }
}
