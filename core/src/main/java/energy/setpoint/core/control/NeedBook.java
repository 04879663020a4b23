package energy.setpoint.core.control;

import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.NeedSource;
import energy.setpoint.core.session.Vehicle;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Says what a vehicle needs, from the best source there is. */
public final class NeedBook {

  private final List<Vehicle> vehicles;
  private final GuestNeed guests;
  private final ZoneId zone;

  public NeedBook(List<Vehicle> vehicles, GuestNeed guests, ZoneId zone) {
    this.vehicles = List.copyOf(vehicles);
    this.guests = guests;
    this.zone = zone;
  }

  /** What is assumed at the start of a session, before the vehicle has said anything. */
  public ChargingNeed initial(Optional<IdToken> token, Instant start) {
    return token
        .flatMap(this::find)
        .map(vehicle -> ofVehicle(vehicle, start))
        .orElseGet(() -> ofGuest(start));
  }

  private Optional<Vehicle> find(IdToken token) {
    return vehicles.stream().filter(vehicle -> vehicle.idToken().isSameAs(token)).findFirst();
  }

  /** A known vehicle that did not tell its state of charge is assumed to arrive at its floor. */
  private ChargingNeed ofVehicle(Vehicle vehicle, Instant start) {
    Energy target = vehicle.target().of(vehicle.capacity());
    Energy floor = vehicle.floor().of(vehicle.capacity());
    return new ChargingNeed(
        start,
        floor.min(target),
        vehicle.capacity(),
        target,
        target,
        floor,
        nextDeparture(vehicle, start),
        vehicle.maxCharge(),
        vehicle.maxDischarge(),
        vehicle.phases(),
        NeedSource.VEHICLE_LIST);
  }

  private Instant nextDeparture(Vehicle vehicle, Instant start) {
    ZonedDateTime arrival = start.atZone(zone);
    ZonedDateTime today = arrival.with(vehicle.departure());
    return (today.isAfter(arrival) ? today : today.plusDays(1)).toInstant();
  }

  private ChargingNeed ofGuest(Instant start) {
    return new ChargingNeed(
        start,
        Energy.ZERO,
        guests.energy(),
        guests.energy(),
        Energy.ZERO,
        Energy.ZERO,
        start.plus(guests.stay()),
        guests.maxCharge(),
        Power.ZERO,
        guests.phases(),
        NeedSource.GUEST_DEFAULT);
  }

  /**
   * What is known after the vehicle spoke. What it did not say stays as it was.
   *
   * @param known before
   * @param delivered since the session started
   */
  public ChargingNeed refine(ChargingNeed known, ReportedNeed said, Instant at, Energy delivered) {
    boolean batteryKnown = said.capacity().isPresent() || !known.isEnergyOnly();
    Energy capacity = said.capacity().orElse(known.capacity());
    Energy stored;
    Energy target;
    if (batteryKnown) {
      stored = said.soc().map(soc -> soc.of(capacity)).orElse(known.stored()).min(capacity);
      target = targetOf(known, said, capacity, stored);
    } else {
      target = said.requested().map(e -> e.plus(delivered)).orElse(known.target()).max(Energy.ZERO);
      stored = known.stored().min(target);
    }
    Energy now = batteryKnown ? stored : delivered;
    target = said.bounds().most().map(now::plus).map(target::min).orElse(target).max(Energy.ZERO);
    Energy most = batteryKnown ? capacity : target;
    Energy floor = said.minimumSoc().map(soc -> soc.of(most)).orElse(known.floor()).min(most);
    Energy least = said.bounds().least().map(now::plus).orElse(known.minimumAtDeparture());
    return new ChargingNeed(
        at,
        stored,
        most,
        target,
        least.max(known.minimumAtDeparture()).max(floor).min(target),
        floor,
        said.departure().filter(at::isBefore).orElse(known.departure()),
        said.maxCharge().orElse(known.maxCharge()),
        said.maxDischarge().orElse(known.maxDischarge()),
        said.phases().orElse(known.phases()),
        NeedSource.VEHICLE);
  }

  private static Energy targetOf(
      ChargingNeed known, ReportedNeed said, Energy capacity, Energy stored) {
    Optional<Energy> bySoc = said.targetSoc().map(soc -> soc.of(capacity));
    Optional<Energy> byRequest = said.requested().map(stored::plus);
    Energy unsaid = known.isEnergyOnly() ? capacity : known.target().min(capacity);
    return bySoc.or(() -> byRequest).orElse(unsaid).min(capacity).max(Energy.ZERO);
  }

  /**
   * What is in the battery now.
   *
   * @param delivered on the grid side since {@code need.asOf()}
   */
  public static Energy storedNow(
      ChargingNeed need, Optional<StateOfCharge> soc, Energy delivered, double efficiency) {
    boolean socCounts = soc.isPresent() && !need.isEnergyOnly();
    Energy stored =
        socCounts ? soc.get().of(need.capacity()) : need.stored().plus(delivered.times(efficiency));
    return stored.max(Energy.ZERO).min(need.capacity());
  }
}
