package energy.setpoint.simulation.profile.stack;

import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Kind;
import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.ScheduleUpdate;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.profile.Verdict;
import energy.setpoint.simulation.profile.admission.Admission;
import energy.setpoint.simulation.profile.offer.Allowance;
import energy.setpoint.simulation.profile.offer.LeadingPeriods;
import energy.setpoint.simulation.profile.offer.Merging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The charging profiles of a station: OCPP 1.6 edition 2 section 3.13, OCPP 2.x part 2 section K.
 * Written apart from the engine's own composite schedule, so that the two check each other. Not
 * thread-safe.
 */
public final class ProfileStack {

  private final ProfileRules rules;
  private final Admission admission;
  private final Map<Integer, Evse> evses = new TreeMap<>();
  private final Voltage voltage;
  private final List<ChargingProfile> profiles = new ArrayList<>();
  private Set<RateUnit> obeyed = Set.of(RateUnit.values());
  private long revision;

  public ProfileStack(ProfileRules rules, List<Evse> evses, Voltage voltage) {
    this.rules = rules;
    this.voltage = voltage;
    this.admission = new Admission(rules, List.copyOf(evses));
    evses.forEach(evse -> this.evses.put(evse.ref().number(), evse));
  }

  public ProfileRules rules() {
    return rules;
  }

  /** The highest stack level first. */
  public List<ChargingProfile> profiles() {
    return List.copyOf(profiles);
  }

  /** Installs a profile in place of those that it replaces, or says why not. */
  public Verdict install(ChargingProfile profile, Collection<RunningTransaction> running) {
    Verdict verdict = judge(profile, running);
    if (verdict instanceof Verdict.Installed) {
      put(profile);
    }
    return verdict;
  }

  /** What {@link #install} would say. */
  public Verdict judge(ChargingProfile profile, Collection<RunningTransaction> running) {
    Optional<Verdict.Refused> refusal = admission.findRefusal(profile, profiles, running);
    return refusal.isPresent() ? refusal.get() : new Verdict.Installed();
  }

  /** Takes what a system beside the server wants (K12.FR.05, K27.FR.01). */
  public void impose(ChargingProfile external) {
    put(external);
  }

  /** The external system lets go (K13.FR.01); false when there was no such profile. */
  public boolean release(int id) {
    return remove(p -> !p.isOfServer() && p.id() == id);
  }

  /** New values for a dynamic profile, or why it has none (K28.FR.06, K28.FR.11). */
  public Verdict update(int id, ScheduleUpdate update, Instant at) {
    Optional<ChargingProfile> known = profiles.stream().filter(p -> p.id() == id).findFirst();
    if (known.filter(p -> p.kind() == Kind.DYNAMIC).isEmpty()) {
      return new Verdict.Refused("InvalidProfile", "K28.FR.11: there is no dynamic profile " + id);
    }
    ChargingProfile fresh = known.get().with(update, at);
    Optional<Verdict.Refused> fault = admission.findFault(fresh);
    if (fault.isPresent()) {
      return fault.get();
    }
    put(fresh);
    return new Verdict.Installed();
  }

  /**
   * A vehicle has agreed to one of several schedules; profiles of other levels follow with theirs
   * at the same place (K15.FR.22, K18.FR.24).
   */
  public void choose(int evse, int place) {
    profiles.replaceAll(p -> p.purpose() == Purpose.TX && p.evse() == evse ? p.choosing(place) : p);
    revision++;
  }

  /** Another number whenever profiles have come, gone or changed. */
  public long revision() {
    return revision;
  }

  /** Removes profiles and says how many (K10.FR.03, K10.FR.04). */
  public int clear(ProfileFilter filter) {
    int before = profiles.size();
    remove(filter::matches);
    return before - profiles.size();
  }

  /** A TxProfile ends with its transaction (1.6 section 3.13.1). */
  public void transactionEnded(int evse) {
    remove(p -> p.purpose() == Purpose.TX && p.evse() == evse);
  }

  /** Only what is kept in persistent memory is there after a reboot (K01.FR.27). */
  public void rebooted() {
    remove(p -> p.purpose() == Purpose.TX || !p.isOfServer());
  }

  public void forgetAll() {
    remove(p -> true);
  }

  /** Removes what does not survive being offline for so long (K01.FR.102). */
  public void offlineFor(Duration offline) {
    remove(p -> p.endsWhenOffline() && p.outlastedBy(offline));
  }

  /** From now on profiles in other units are kept but not followed, as bad products do. */
  public void obeyOnly(Set<RateUnit> units) {
    obeyed = Set.copyOf(units);
  }

  /**
   * Whether priority charging could be switched on at an EVSE now (K21.FR.01: a profile on EVSE 0
   * will do).
   */
  public boolean hasPriorityProfile(int evse) {
    return profiles.stream()
        .anyMatch(p -> p.purpose() == Purpose.PRIORITY && (p.evse() == evse || p.evse() == 0));
  }

  /** What each transaction may do now, in calm surroundings. */
  public Map<Integer, Offer> offers(
      Collection<RunningTransaction> running, Instant now, Duration offlineFor) {
    Map<Integer, Offer> offers = new TreeMap<>();
    allowances(running, now, offlineFor, Surroundings.CALM)
        .forEach((evse, allowance) -> offers.put(evse, allowance.offer()));
    return offers;
  }

  /**
   * What each transaction may do now, by EVSE. What limits the whole station is shared evenly by
   * those that want energy; who would get less than the minimum of its EVSE gets nothing, the
   * highest EVSE number first.
   */
  public Map<Integer, Allowance> allowances(
      Collection<RunningTransaction> running,
      Instant now,
      Duration offlineFor,
      Surroundings surroundings) {
    LeadingPeriods leading = new LeadingPeriods(active(), rules, now, offlineFor);
    return new Merging(leading, evses, voltage, surroundings).allowances(running);
  }

  private List<ChargingProfile> active() {
    return profiles.stream().filter(p -> obeyed.contains(p.schedule().unit())).toList();
  }

  private boolean remove(Predicate<ChargingProfile> which) {
    boolean any = profiles.removeIf(which);
    revision += any ? 1 : 0;
    return any;
  }

  private void put(ChargingProfile fresh) {
    revision++;
    profiles.removeIf(other -> replaces(fresh, other));
    profiles.add(fresh);
    profiles.sort(Comparator.comparingInt(ChargingProfile::stackLevel).reversed());
  }

  private boolean replaces(ChargingProfile fresh, ChargingProfile other) {
    boolean sameSlot =
        fresh.purpose() == other.purpose()
            && fresh.stackLevel() == other.stackLevel()
            && fresh.evse() == other.evse();
    return fresh.id() == other.id() || (rules.sameLevelReplaces() && sameSlot);
  }
}
