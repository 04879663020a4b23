package energy.setpoint.app.input;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A charging session that really happened.
 *
 * @param evse as the recording names it
 * @param arrival of the vehicle
 * @param departure of the vehicle, after its arrival
 * @param delivered above 0
 * @param maxPower the most that the vehicle took, where it is known
 * @param requested what the driver asked for
 * @param requestedDeparture when the driver meant to leave
 */
public record RecordedSession(
    String id,
    String evse,
    Instant arrival,
    Instant departure,
    Energy delivered,
    Optional<Power> maxPower,
    Optional<Energy> requested,
    Optional<Instant> requestedDeparture) {

  private static final Duration LONGEST_STAY = Duration.ofDays(31);
  private static final Power STRONGEST_VEHICLE = Power.ofKilowatts(1500);

  public RecordedSession {
    if (!arrival.isBefore(departure)) {
      throw new IllegalArgumentException("the departure " + departure + " is not after " + arrival);
    }
    Duration stay = Duration.between(arrival, departure);
    if (stay.compareTo(LONGEST_STAY) > 0) {
      throw new IllegalArgumentException("the vehicle stays for " + stay.toDays() + " days");
    }
    if (delivered.wattHours() <= 0) {
      throw new IllegalArgumentException("no energy was delivered");
    }
    Power mean = delivered.averagedOver(stay);
    if (mean.compareTo(STRONGEST_VEHICLE) > 0) {
      throw new IllegalArgumentException("the mean power would be " + mean);
    }
    if (maxPower.isPresent() && maxPower.get().watts() <= 0) {
      throw new IllegalArgumentException("the maximum power is " + maxPower.get());
    }
  }

  public Duration stay() {
    return Duration.between(arrival, departure);
  }
}
