package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.overheard.CsmsLimit;
import energy.setpoint.ocpp.overheard.CsmsProfile;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The lowest limit of all profiles of the CSMS that may be in force, whatever their purposes and
 * stack levels: never more than the CSMS means, sometimes less.
 */
public final class LowestLimit implements CsmsBound {

  private final Supplier<List<CsmsProfile>> profiles;

  public LowestLimit(Supplier<List<CsmsProfile>> profiles) {
    this.profiles = profiles;
  }

  @Override
  public Ceiling ofEvse(int evse, Interval during, Ceiling wanted) {
    return lowest(it -> it.concerns(evse), during, wanted);
  }

  @Override
  public Ceiling ofStation(Interval during, Ceiling wanted) {
    return lowest(it -> true, during, wanted);
  }

  private Ceiling lowest(Predicate<CsmsProfile> concerned, Interval during, Ceiling wanted) {
    Current lowest =
        profiles.get().stream()
            .filter(concerned)
            .filter(it -> isValidDuring(it, during))
            .flatMap(it -> it.limits().stream())
            .filter(it -> it.mayHoldDuring(during))
            .map(it -> perPhase(it, wanted))
            .reduce(wanted.perPhase(), Current::min);
    return new Ceiling(lowest, wanted.phases(), wanted.voltage());
  }

  private static boolean isValidDuring(CsmsProfile profile, Interval during) {
    return profile.validFrom().map(it -> it.isBefore(during.end())).orElse(true)
        && profile.validTo().map(it -> it.isAfter(during.start())).orElse(true);
  }

  /** Watts are those of all phases; a vehicle on fewer of them gets less than it might. */
  private static Current perPhase(CsmsLimit limit, Ceiling wanted) {
    return switch (limit.unit()) {
      case A -> Current.ofMilliamps((long) Math.floor(limit.value() * 1000));
      case W -> wanted.voltage().currentFor(Power.ofWatts(limit.value()), wanted.phases());
    };
  }
}
