package energy.setpoint.testkit.plan;

import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A vehicle for a test: 11 kW on three phases at the site's main circuit, a battery of 60 kWh that
 * is 20 kWh full and wants to be 40 kWh full, without losses, connected for the day.
 */
public final class VehicleBuilder {

  private final String session;
  private String circuit = "main";
  private List<Phase> phases = List.of(Phase.values());
  private Interval connected = Interval.of(ProblemBuilder.START, Duration.ofDays(1));
  private double storedKwh = 20;
  private double capacityKwh = 60;
  private double targetKwh = 40;
  private double minimumKwh;
  private double floorKwh;
  private double chargeKw = 11;
  private double dischargeKw;
  private double chargeEfficiency = 1;
  private double dischargeEfficiency = 1;
  private double essentialKwh;
  private Optional<EnergyPrice> latePrice = Optional.empty();
  private double wear;
  private double leastKw;
  private double stepKw;
  private OptionalInt mostStarts = OptionalInt.empty();
  private boolean isCharging;
  private List<ChargingTraits.Point> taper = List.of();
  private boolean isExpected;
  private double weight = 1;

  private VehicleBuilder(String session) {
    this.session = session;
  }

  public static VehicleBuilder aVehicle(String session) {
    return new VehicleBuilder(session);
  }

  /** An unknown battery that shall get some energy. */
  public static VehicleBuilder aGuest(String session, double kilowattHours) {
    return aVehicle(session).holding(0).of(kilowattHours).wanting(kilowattHours);
  }

  public VehicleBuilder on(String circuit) {
    this.circuit = circuit;
    return this;
  }

  public VehicleBuilder loading(Phase... phases) {
    this.phases = List.of(phases);
    return this;
  }

  /** Hours since {@link ProblemBuilder#START}. */
  public VehicleBuilder connected(double fromHour, double toHour) {
    connected = new Interval(at(fromHour), at(toHour));
    return this;
  }

  private static Instant at(double hour) {
    return ProblemBuilder.START.plusSeconds(Math.round(hour * 3600));
  }

  /** What is stored at the beginning. */
  public VehicleBuilder holding(double kilowattHours) {
    storedKwh = kilowattHours;
    return this;
  }

  /** The capacity. */
  public VehicleBuilder of(double kilowattHours) {
    capacityKwh = kilowattHours;
    return this;
  }

  /** What shall be stored at departure. */
  public VehicleBuilder wanting(double kilowattHours) {
    targetKwh = kilowattHours;
    return this;
  }

  public VehicleBuilder atMostKw(double kilowatts) {
    chargeKw = kilowatts;
    return this;
  }

  /**
   * Lets the vehicle feed back.
   *
   * @param floorKwh that it never falls below
   * @param minimumKwh that it leaves with at least
   */
  public VehicleBuilder feedingBack(double kilowatts, double floorKwh, double minimumKwh) {
    dischargeKw = kilowatts;
    this.floorKwh = floorKwh;
    this.minimumKwh = minimumKwh;
    return this;
  }

  /** The same efficiency in each direction. */
  public VehicleBuilder efficiency(double eachWay) {
    chargeEfficiency = eachWay;
    dischargeEfficiency = eachWay;
    return this;
  }

  public VehicleBuilder weighing(double weight) {
    this.weight = weight;
    return this;
  }

  /** The part of what it wants that comes before anybody's whole target. */
  public VehicleBuilder essentialKwh(double energyInside) {
    essentialKwh = energyInside;
    return this;
  }

  /** A shortfall is a matter of money. */
  public VehicleBuilder latePrice(double perKilowattHour) {
    latePrice = Optional.of(EnergyPrice.ofKilowattHour(perKilowattHour));
    return this;
  }

  /** For each kilowatt-hour fed back. */
  public VehicleBuilder wear(double perKilowattHour) {
    wear = perKilowattHour;
    return this;
  }

  /** 0, or at least this, and then in steps of another power; 0 for continuous. */
  public VehicleBuilder atLeastKw(double kilowatts, double stepKw) {
    leastKw = kilowatts;
    this.stepKw = stepKw;
    return this;
  }

  public VehicleBuilder startingAtMost(int times) {
    mostStarts = OptionalInt.of(times);
    return this;
  }

  /** It charges as the plan begins, so that going on is no start. */
  public VehicleBuilder charging() {
    isCharging = true;
    return this;
  }

  /** From an energy inside on, its power falls in a line to another at its capacity. */
  public VehicleBuilder tapering(double fromKwh, double fullKw) {
    taper =
        List.of(
            new ChargingTraits.Point(Energy.ofKilowattHours(fromKwh), Power.ofKilowatts(chargeKw)),
            new ChargingTraits.Point(
                Energy.ofKilowattHours(capacityKwh), Power.ofKilowatts(fullKw)));
    return this;
  }

  /** Not there yet, and perhaps never. */
  public VehicleBuilder expected() {
    isExpected = true;
    return this;
  }

  public VehicleDemand build() {
    ChargingTraits traits =
        new ChargingTraits(
            Power.ofKilowatts(leastKw), Power.ofKilowatts(stepKw), mostStarts, isCharging, taper);
    return new VehicleDemand(
        new SessionId(session),
        EvseRef.of("cs-" + session, 1),
        new CircuitId(circuit),
        phases,
        connected,
        Energy.ofKilowattHours(storedKwh),
        Energy.ofKilowattHours(capacityKwh),
        Energy.ofKilowattHours(targetKwh),
        Energy.ofKilowattHours(minimumKwh),
        Energy.ofKilowattHours(floorKwh),
        Power.ofKilowatts(chargeKw),
        Power.ofKilowatts(dischargeKw),
        chargeEfficiency,
        dischargeEfficiency,
        weight,
        Energy.ofKilowattHours(essentialKwh),
        latePrice,
        EnergyPrice.ofKilowattHour(wear),
        traits,
        isExpected);
  }
}
