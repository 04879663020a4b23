package energy.setpoint.simulation.station;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.ScheduleUpdate;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.profile.Verdict;
import energy.setpoint.simulation.profile.offer.Allowance;
import energy.setpoint.simulation.profile.stack.CompositeSchedule;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import energy.setpoint.simulation.station.habit.Habits;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps a station's charging profiles and applies them. Not thread-safe. */
public final class ProfileDesk {

  /** What became of a wish for priority charging (2.1, K21). */
  public enum Priority {
    DONE,
    NO_TRANSACTION,
    NO_PROFILE
  }

  private final ProfileStack stack;
  private final Collection<EvseUnit> units;
  private final Supplier<Instant> clock;
  private final Supplier<Habits> habits;
  private final Map<Integer, Instant> pulls = new HashMap<>();
  private final Renegotiation renegotiation;
  private Surroundings surroundings = Surroundings.CALM;

  ProfileDesk(
      ProfileStack stack,
      Collection<EvseUnit> units,
      Supplier<Instant> clock,
      Supplier<Habits> habits) {
    this.stack = stack;
    this.units = units;
    this.clock = clock;
    this.habits = habits;
    this.renegotiation = new Renegotiation(units);
  }

  public ProfileRules rules() {
    return stack.rules();
  }

  public List<ChargingProfile> all() {
    return stack.profiles();
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  public void sense(Surroundings changed) {
    surroundings = changed;
  }

  public Verdict install(ChargingProfile profile) {
    Optional<EvseUnit> unit = find(profile.evse());
    // K01.FR.34: a choice of schedules is only for a vehicle that has told its needs.
    if (profile.schedules().size() > 1 && unit.filter(u -> u.talk().areTold()).isEmpty()) {
      return new Verdict.Refused("InvalidSchedule", "K01.FR.34: one schedule without ISO 15118");
    }
    if (profile.purpose() == Purpose.TX
        && unit.filter(u -> u.talk().isTooLong(profile)).isPresent()) {
      return new Verdict.Refused("InvalidSchedule", "K15.FR.07: more than maxScheduleTuples");
    }
    Verdict verdict = stack.install(profile, running());
    if (verdict instanceof Verdict.Installed) {
      pulls.put(profile.id(), clock.get());
      if (profile.purpose() == Purpose.TX) {
        unit.ifPresent(u -> u.talk().gotProfile(profile, u.session().running(), clock.get()));
      }
    }
    return verdict;
  }

  /** What becomes of a TxProfile that comes with the wish to start (K05.FR.02). */
  Verdict rehearse(ChargingProfile profile, int evse) {
    Optional<String> id = Optional.of("soon");
    RunningTransaction soon = new RunningTransaction(evse, id, clock.get(), 1, true);
    return profile.purpose() == Purpose.TX
        ? stack.judge(profile.forTransaction(evse, id), List.of(soon))
        : new Verdict.Refused("InvalidProfile", "K05.FR.02: only a TxProfile");
  }

  /** How many profiles were removed. */
  public int clear(ProfileFilter filter) {
    return stack.clear(filter);
  }

  public Verdict update(int id, ScheduleUpdate update) {
    return stack.update(id, update, clock.get());
  }

  /** Empty when there is no such EVSE; 0 is the station. */
  public Optional<CompositeSchedule> composite(int evse, Duration duration) {
    return composite(evse, duration, habits.get().composites().factor());
  }

  private Optional<CompositeSchedule> composite(int evse, Duration duration, double factor) {
    return new CompositeTeller(stack, units)
        .tell(evse, duration, clock.get(), surroundings, factor);
  }

  /** Tells vehicles of new composite schedules (K16). */
  void renegotiate() {
    renegotiation.advance(
        clock.get(), stack.revision(), evse -> composite(evse, Renegotiation.HORIZON, 1));
  }

  /** Volts between phase and neutral times the phases of an EVSE, to turn amperes into watts. */
  public double voltsTimesPhases(int evse) {
    return units.stream()
        .filter(u -> evse == 0 || u.number() == evse)
        .findFirst()
        .map(u -> u.physics().voltage().volts() * (evse == 0 ? 3 : u.physics().evse().phases()))
        .orElse(0.0);
  }

  /** Switches priority charging on or off (K21.FR.01 to .06). */
  public Priority prioritize(String transactionId, boolean on) {
    Optional<EvseUnit> unit =
        units.stream().filter(u -> u.session().runs(transactionId)).findFirst();
    if (unit.isEmpty()) {
      return Priority.NO_TRANSACTION;
    }
    if (on && !stack.hasPriorityProfile(unit.get().number())) {
      return Priority.NO_PROFILE;
    }
    unit.get().session().prioritize(on);
    return Priority.DONE;
  }

  /** True while some EVSE follows the frequency with a curve for signals (Q08.FR.11). */
  public boolean followsSignals() {
    boolean moded =
        allowances(Duration.ZERO).values().stream()
            .anyMatch(a -> a.mode() == OperationMode.LOCAL_FREQUENCY);
    return moded
        && all().stream()
            .flatMap(p -> p.schedule().periods().stream())
            .flatMap(p -> p.frequency().stream())
            .anyMatch(f -> !f.bySignal().isEmpty());
  }

  /** The dynamic profiles whose values have to be pulled now (K28.FR.10). */
  public List<ChargingProfile> duePulls() {
    Instant now = clock.get();
    List<ChargingProfile> due =
        all().stream()
            .filter(p ->
                p.pullEvery().filter(every -> !now.isBefore(lastPull(p).plus(every))).isPresent())
            .toList();
    due.forEach(p -> pulls.put(p.id(), now));
    return due;
  }

  Map<Integer, Allowance> allowances(Duration offlineFor) {
    stack.obeyOnly(habits.get().obedience().units());
    return stack.allowances(running(), clock.get(), offlineFor, surroundings);
  }

  List<RunningTransaction> running() {
    return units.stream().map(unit -> unit.session().running()).flatMap(Optional::stream).toList();
  }

  private Instant lastPull(ChargingProfile profile) {
    return pulls.getOrDefault(profile.id(), Instant.MIN);
  }

  private Optional<EvseUnit> find(int evse) {
    return units.stream().filter(u -> u.number() == evse).findFirst();
  }

  /** Whether schedules in a unit can be told (K08.FR.07). */
  public boolean speaks(RateUnit unit) {
    return rules().units().contains(unit);
  }
}
