package energy.setpoint.simulation.profile;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.physics.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The charging profiles of a station and what they allow at a moment: OCPP 1.6 edition 2 section
 * 3.13, OCPP 2.x part 2 section K. Not thread-safe.
 */
public final class ProfileStack {

  private final ProfileRules rules;
  private final Admission admission;
  private final Map<Integer, Evse> evses = new TreeMap<>();
  private final Voltage voltage;
  private final List<ChargingProfile> profiles = new ArrayList<>();

  public ProfileStack(ProfileRules rules, List<Evse> evses, Voltage voltage) {
    this.rules = rules;
    this.voltage = voltage;
    this.admission = new Admission(rules, List.copyOf(evses));
    evses.forEach(evse -> this.evses.put(evse.ref().number(), evse));
  }

  public List<ChargingProfile> profiles() {
    return List.copyOf(profiles);
  }

  /** Installs a profile in place of those that it replaces, or says why not. */
  public Verdict install(ChargingProfile profile, Collection<RunningTransaction> running) {
    Optional<Verdict.Refused> refusal = admission.findRefusal(profile, profiles, running);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    profiles.removeIf(other -> replaces(profile, other));
    profiles.add(profile);
    profiles.sort(Comparator.comparingInt(ChargingProfile::stackLevel).reversed());
    return new Verdict.Installed();
  }

  /** Removes profiles and says how many (K10.FR.03, K10.FR.04). */
  public int clear(ProfileFilter filter) {
    int before = profiles.size();
    profiles.removeIf(filter::matches);
    return before - profiles.size();
  }

  /** A TxProfile ends with its transaction (1.6 section 3.13.1). */
  public void transactionEnded(int evse) {
    profiles.removeIf(p -> p.purpose() == Purpose.TX && p.evse() == evse);
  }

  /** Removes what does not survive being offline for so long (K01.FR.102). */
  public void offlineFor(Duration offline) {
    profiles.removeIf(p -> p.endsWhenOffline() && p.outlastedBy(offline));
  }

  /**
   * What each transaction may do now, by EVSE. The station's maximum is shared evenly by those that
   * want energy; who would get less than the minimum of its EVSE gets nothing, the highest EVSE
   * number first.
   */
  public Map<Integer, Offer> offers(
      Collection<RunningTransaction> running, Instant now, Duration offlineFor) {
    Map<Integer, Offer> offers = new TreeMap<>();
    for (RunningTransaction tx : running) {
      offers.put(tx.evse(), ownOffer(tx, now, offlineFor));
    }
    findPeriod(Purpose.STATION_MAX, 0, now, now, offlineFor)
        .ifPresent(max -> new StationShare(max, evses, voltage).apply(running, offers));
    return offers;
  }

  private Offer ownOffer(RunningTransaction tx, Instant now, Duration offlineFor) {
    Evse evse = evse(tx.evse());
    return findPeriod(Purpose.TX, tx.evse(), now, tx.start(), offlineFor)
        .or(() -> findPeriod(Purpose.TX_DEFAULT, tx.evse(), now, tx.start(), offlineFor))
        .map(period -> offer(period, evse))
        .orElse(Offer.upTo(evse.maximum()));
  }

  /** The period of the highest level that is valid and has one now (K01.FR.17). */
  private Optional<ActivePeriod> findPeriod(
      Purpose purpose, int evse, Instant now, Instant start, Duration offlineFor) {
    List<ChargingProfile> candidates =
        profiles.stream().filter(p -> p.purpose() == purpose && concerns(p, evse)).toList();
    for (ChargingProfile profile : specificFirst(candidates)) {
      if (profile.isValidAt(now, offlineFor)) {
        Optional<SchedulePeriod> period = profile.periodAt(now, start);
        if (period.isPresent()) {
          return Optional.of(new ActivePeriod(period.get(), profile.schedule().unit()));
        }
      }
    }
    return Optional.empty();
  }

  /** In 1.6 a default of a connector replaces that of the station, whatever their levels. */
  private List<ChargingProfile> specificFirst(List<ChargingProfile> candidates) {
    if (!rules.sameLevelReplaces()) {
      return candidates;
    }
    List<ChargingProfile> own = candidates.stream().filter(p -> p.evse() > 0).toList();
    return own.isEmpty() ? candidates : own;
  }

  private static boolean concerns(ChargingProfile profile, int evse) {
    return profile.evse() == evse || profile.evse() == 0;
  }

  private boolean replaces(ChargingProfile fresh, ChargingProfile other) {
    boolean sameSlot =
        fresh.purpose() == other.purpose()
            && fresh.stackLevel() == other.stackLevel()
            && fresh.evse() == other.evse();
    return fresh.id() == other.id() || (rules.sameLevelReplaces() && sameSlot);
  }

  private Offer offer(ActivePeriod active, Evse evse) {
    SchedulePeriod period = active.period();
    if (period.mode() == OperationMode.IDLE) {
      return Offer.NONE;
    }
    int phases = phases(period, evse);
    Current limit =
        period.limit().isPresent()
            ? active.amps(period.limit().getAsDouble(), phases, voltage).max(Current.ZERO)
            : evse.maximum();
    if (period.setpoint().isEmpty()) {
      return Offer.upTo(limit.min(evse.maximum()));
    }
    Current lowest =
        period.dischargeLimit().isPresent()
            ? active.amps(period.dischargeLimit().getAsDouble(), phases, voltage)
            : evse.maximum().negated();
    Current setpoint = active.amps(period.setpoint().getAsDouble(), phases, voltage);
    return Offer.follow(setpoint.max(lowest), limit.min(evse.maximum()));
  }

  /** K01.FR.49 and K01.FR.50: three unless said otherwise, and never more than are wired. */
  private static int phases(SchedulePeriod period, Evse evse) {
    return evse.supply() == Supply.DC
        ? evse.phases()
        : Math.min(period.numberPhases().orElse(3), evse.phases());
  }

  private Evse evse(int number) {
    Evse evse = evses.get(number);
    if (evse == null) {
      throw new IllegalArgumentException("There is no EVSE " + number + ".");
    }
    return evse;
  }
}
