package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import java.time.Duration;
import java.util.Optional;

/**
 * A kind of vehicle.
 *
 * @param capacity of the battery, above 0
 * @param maxAc the most its own charger takes, all phases together
 * @param maxDc the most it takes from a DC station
 * @param phases of its own charger, 1 or 3
 * @param efficiency stored energy per energy taken, and delivered per stored, in (0, 1]
 * @param reaction how long it takes until it begins to follow a new limit; IEC 61851-1 allows 5 s
 *     for the whole change
 * @param rampPerSecond how fast the current of each phase then rises, above 0; it falls four times
 *     as fast
 * @param feedIn present when it can give energy back
 * @param temper what is wrong with it
 */
public record VehicleModel(
    Energy capacity,
    Power maxAc,
    Power maxDc,
    int phases,
    double efficiency,
    ChargingCurve curve,
    Duration reaction,
    Current rampPerSecond,
    Optional<FeedIn> feedIn,
    Temper temper) {

  /**
   * What a bidirectional vehicle gives.
   *
   * @param maximum magnitude
   * @param lowest it stops giving here
   */
  public record FeedIn(Power maximum, StateOfCharge lowest) {}

  public VehicleModel {
    if (capacity.wattHours() <= 0 || rampPerSecond.milliamps() <= 0 || reaction.isNegative()) {
      throw new IllegalArgumentException(
          "A vehicle needs a capacity and a ramp above 0 and a reaction time of at least 0 s.");
    }
    if (phases != 1 && phases != 3) {
      throw new IllegalArgumentException(
          "A vehicle charges on 1 or 3 phases, not on " + phases + ".");
    }
    if (!(efficiency > 0 && efficiency <= 1)) {
      throw new IllegalArgumentException(
          "Efficiency must be in (0, 1], but is " + efficiency + ".");
    }
  }

  /** A van with 75 kWh that takes 11 kW on three phases, 80 kW from DC, and reacts in 2 s. */
  public static VehicleModel van() {
    return new VehicleModel(
        Energy.ofKilowattHours(75),
        Power.ofKilowatts(11),
        Power.ofKilowatts(80),
        3,
        0.92,
        ChargingCurve.USUAL,
        Duration.ofSeconds(2),
        Current.ofAmps(8),
        Optional.empty(),
        Temper.GOOD);
  }

  public VehicleModel withCapacity(Energy other) {
    return new VehicleModel(
        other, maxAc, maxDc, phases, efficiency, curve, reaction, rampPerSecond, feedIn, temper);
  }

  public VehicleModel withAc(Power power, int onPhases) {
    return new VehicleModel(
        capacity,
        power,
        maxDc,
        onPhases,
        efficiency,
        curve,
        reaction,
        rampPerSecond,
        feedIn,
        temper);
  }

  public VehicleModel withReaction(Duration other) {
    return new VehicleModel(
        capacity, maxAc, maxDc, phases, efficiency, curve, other, rampPerSecond, feedIn, temper);
  }

  public VehicleModel withFeedIn(Power maximum, StateOfCharge lowest) {
    return new VehicleModel(
        capacity,
        maxAc,
        maxDc,
        phases,
        efficiency,
        curve,
        reaction,
        rampPerSecond,
        Optional.of(new FeedIn(maximum, lowest)),
        temper);
  }

  public VehicleModel withTemper(Temper other) {
    return new VehicleModel(
        capacity, maxAc, maxDc, phases, efficiency, curve, reaction, rampPerSecond, feedIn, other);
  }
}
