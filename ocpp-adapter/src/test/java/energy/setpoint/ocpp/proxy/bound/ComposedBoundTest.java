package energy.setpoint.ocpp.proxy.bound;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.CompositeDialect;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.overheard.PowerPathReport;
import energy.setpoint.ocpp.proxy.limit.PowerPaths;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.stats.ProxyCounters;
import energy.setpoint.ocpp.v16.composite.Composite16;
import energy.setpoint.ocpp.v21.composite.Composite21;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the CSMS allows is what its profiles say at each moment of an intent's time. */
class ComposedBoundTest {

  private static final Instant TEN = Instant.parse("2026-06-01T10:00:00Z");
  private static final Interval LEASE = Interval.of(TEN, Duration.ofMinutes(15));
  private static final Ceiling WANTED = ceiling(16);

  private final KnownTo station = new KnownTo().running(1, "7");
  private final PowerPaths paths = new PowerPaths();
  private final ProxyCounters counters = new ProxyCounters();
  private CompositeDialect version = new Composite16();
  private Optional<ProfileBook> book = Optional.empty();

  @Test
  void leavesOutThePauseAtTheEndOfARelativeProfileUntilItIsReached() {
    started("7", TEN.minusSeconds(600));
    set16(1, tx(1, 2, "Relative", "", steps("A", "0:10,3600:0")));

    assertThat(bound(LEASE)).isEqualTo(ceiling(10));
    assertThat(bound(later(Duration.ofMinutes(36)))).isEqualTo(ceiling(0));
    assertThat(counters.guessed()).isEmpty();
  }

  @Test
  void takesTheLowestOfARelativeProfileWhenNobodyKnowsWhenTheTransactionBegan() {
    set16(1, tx(1, 2, "Relative", "", steps("A", "0:10,3600:4")));

    var allowed = bound(LEASE);

    assertThat(allowed).isEqualTo(ceiling(4));
    assertThat(counters.guessed()).containsEntry("start of the transaction unknown", 1L);
  }

  @Test
  void looksAtAllThatMayBeReachedWhileItIsNotKnownWhenThePowerPathClosed() {
    set21(1, tx21("Relative", "", "0:10,1200:6,3600:4"));
    tells(TEN.minusSeconds(600), true, Optional.of(false));
    tells(TEN.minusSeconds(60), false, Optional.of(true));

    assertThat(bound(LEASE)).isEqualTo(ceiling(6));
    assertThat(bound(Interval.of(TEN, Duration.ofMinutes(5)))).isEqualTo(ceiling(10));
  }

  @Test
  void pausesAtNightAndNotByDayWhenTheProfileRecursDaily() {
    set16(0, base(1, 2, "Recurring", daily("2026-05-01T22:00:00Z"), steps("A", "0:0,28800:12")));

    assertThat(bound(LEASE)).isEqualTo(ceiling(12));
    assertThat(bound(later(Duration.ofHours(12)))).isEqualTo(ceiling(0));
  }

  @Test
  void followsTheClockAtTheStationWhereItsZoneIsKnown() {
    station.in("Europe/Amsterdam");
    String local = ",\"startSchedule\":\"2026-05-01T22:00:00\",\"useLocalTime\":true";
    set21(1, tx21("Recurring", local, "0:0,50400:12"));

    assertThat(bound(later(Duration.ofHours(-1)))).isEqualTo(ceiling(0));
    assertThat(bound(LEASE)).isEqualTo(ceiling(12));
  }

  @Test
  void takesTheLowestOfALocalScheduleWhereTheZoneIsUnknown() {
    String local = ",\"startSchedule\":\"2026-05-01T22:00:00\",\"useLocalTime\":true";
    set21(1, tx21("Recurring", local, "0:3,50400:12"));

    var allowed = bound(later(Duration.ofHours(2)));

    assertThat(allowed).isEqualTo(ceiling(3));
    assertThat(counters.guessed()).containsOnlyKeys("time zone unknown");
  }

  @Test
  void forgetsAProfileWhoseValidityHasPassed() {
    String passed = ",\"validTo\":\"2026-06-01T10:00:00Z\"";
    set16(0, base(1, 2, "Relative", passed, steps("A", "0:0")));

    assertThat(bound(LEASE)).isEqualTo(WANTED);
  }

  @Test
  void obeysAProfileAsLongAsItIsValidDuringTheLease() {
    started("7", TEN);
    String passes = ",\"validTo\":\"2026-06-01T10:05:00Z\"";
    set16(0, base(1, 2, "Relative", passes, steps("A", "0:9")));

    assertThat(bound(LEASE)).isEqualTo(ceiling(9));
    assertThat(bound(later(Duration.ofMinutes(5)))).isEqualTo(WANTED);
  }

  @Test
  void letsTheHigherStackLevelLeadWhileItSaysSomething() {
    String noon = ",\"validTo\":\"2026-06-01T12:00:00Z\"";
    set16(0, base(1, 1, "Absolute", "", always("A", "0:6")));
    set16(0, base(2, 3, "Absolute", noon, always("A", "0:14")));

    assertThat(bound(LEASE)).isEqualTo(ceiling(14));
    assertThat(bound(later(Duration.ofHours(2)))).isEqualTo(ceiling(6));
  }

  @Test
  void letsTheProfileOfTheTransactionGoBeforeTheDefault() {
    set16(0, base(1, 3, "Absolute", "", always("A", "0:6")));
    set16(1, tx(2, 1, "Absolute", "", always("A", "0:13")));

    assertThat(bound(LEASE)).isEqualTo(ceiling(13));
  }

  @Test
  void keepsTwoProfilesOnOneLevelThatAreValidOneAfterTheOther() {
    set21(0, base21(1, ",\"validTo\":\"2026-06-01T12:00:00Z\"", "0:8"));
    set21(0, base21(2, ",\"validFrom\":\"2026-06-01T12:00:00Z\"", "0:11"));

    assertThat(bound(LEASE)).isEqualTo(ceiling(8));
    assertThat(bound(later(Duration.ofHours(3)))).isEqualTo(ceiling(11));
  }

  @Test
  void sharesTheLimitOfTheStationAmongItsEvses() {
    station.withEvses(2).running(2, "8").wanting(1, ceiling(16)).wanting(2, ceiling(16));
    set16(0, maximum(1, 0, always("A", "0:20")));

    var allowed = all().ofEvse(1, LEASE, WANTED);

    assertThat(allowed).isEqualTo(ceiling(10));
    assertThat(all().ofEvse(2, LEASE, WANTED)).isEqualTo(ceiling(10));
    assertThat(all().ofStation(LEASE, ceiling(63))).isEqualTo(ceiling(20));
  }

  @Test
  void givesAnEvseWhatTheOthersLeaveOfTheLimitOfTheStation() {
    station.withEvses(3).running(2, "8").wanting(2, ceiling(6));
    setInStation(maximum(1, 0, always("W", "0:13800")));

    assertThat(all().ofEvse(1, LEASE, WANTED)).isEqualTo(ceiling(14));
  }

  @Test
  void givesAnEvseNoMoreThanItsPartWhereTheStationDoesNotHoldTheSum() {
    station.withEvses(3).running(2, "8").wanting(2, ceiling(6));
    set16(0, maximum(1, 0, always("W", "0:13800")));

    assertThat(all().ofEvse(1, LEASE, WANTED)).isEqualTo(ceiling(10));
  }

  @Test
  void holdsEachEvseToAnEqualPartOfTheStationWhenTheEngineIsGone() {
    station.withEvses(4);
    set16(0, maximum(1, 0, always("A", "0:32")));

    assertThat(all().ofFallback(TEN, WANTED)).isEqualTo(ceiling(8));
  }

  @Test
  void takesEveryPeriodForTheFallbackButNoneOfAProfileThatIsOver() {
    String over = ",\"validTo\":\"2026-06-01T09:00:00Z\"";
    set16(0, base(1, 2, "Recurring", daily("2026-05-01T22:00:00Z"), steps("A", "0:5,28800:12")));
    set16(0, base(2, 4, "Relative", over, steps("A", "0:0")));

    assertThat(all().ofFallback(TEN, WANTED)).isEqualTo(ceiling(5));
  }

  @Test
  void comparesWattsWithAmperesPhaseByPhase() {
    started("7", TEN);
    set16(1, tx(1, 2, "Relative", "", steps("W", "0:6900")));
    set16(0, maximum(2, 0, always("A", "0:9.5")));

    assertThat(bound(LEASE)).isEqualTo(ceiling(9.5));
  }

  @Test
  void takesThePhasesOfTheCsmsWhenTheyAreFewer() {
    started("7", TEN);
    String onePhase = steps("W", "0:2300").replace("}]", ",\"numberPhases\":1}]");
    set16(1, tx(1, 2, "Relative", "", onePhase));

    assertThat(bound(LEASE)).isEqualTo(new Ceiling(Current.ofAmps(10), 1, Voltage.ofVolts(230)));
  }

  @Test
  void countsAmperesOnDcAtAVoltageBelowThatOfAnyBattery() {
    started("7", TEN);
    station.onDc();
    set16(1, tx(1, 2, "Relative", "", steps("A", "0:30")));

    assertThat(bound(LEASE)).isEqualTo(ceiling(10));
  }

  @Test
  void takesTheLowestOfAProfileThatNoStationWouldTake() {
    set16(0, base(1, 2, "Absolute", "", always("A", "0:10,0:7")));

    var allowed = bound(LEASE);

    assertThat(allowed).isEqualTo(ceiling(7));
    assertThat(counters.guessed()).containsEntry("against the rules", 1L);
  }

  @Test
  void saysWhenTheScheduleStepsNext() {
    started("7", TEN.minusSeconds(600));
    set16(1, tx(1, 2, "Relative", "", steps("A", "0:10,1800:0")));

    assertThat(all().findNextStep(TEN)).contains(TEN.plusSeconds(1200));
    assertThat(all().findNextStep(TEN.plusSeconds(1200))).isEmpty();
  }

  private Ceiling bound(Interval time) {
    return all().ofEvse(1, time, WANTED);
  }

  private ComposedBound all() {
    return new ComposedBound(book(), version.rules(), station, paths, counters);
  }

  private ProfileBook book() {
    ProfileBook kept = book.orElseGet(() -> new ProfileBook(version.rules()));
    book = Optional.of(kept);
    return kept;
  }

  private static Interval later(Duration after) {
    return Interval.of(TEN.plus(after), Duration.ofMinutes(15));
  }

  private static Ceiling ceiling(double amps) {
    return new Ceiling(Current.ofAmps(amps), 3, Voltage.ofVolts(230));
  }

  private void started(String id, Instant at) {
    paths.note(List.of(new TransactionStarted(EvseRef.of("CP1", 1), at, id, Optional.empty())), at);
  }

  private void tells(Instant at, boolean begins, Optional<Boolean> closed) {
    paths.note(new PowerPathReport("7", at, begins, closed), at);
  }

  private void set16(int connector, String profile) {
    set("{\"connectorId\":%d,\"csChargingProfiles\":%s}".formatted(connector, profile));
  }

  private void set21(int evse, String profile) {
    version = new Composite21();
    set("{\"evseId\":%d,\"chargingProfile\":%s}".formatted(evse, profile));
  }

  private void setInStation(String profile) {
    String payload = "{\"connectorId\":0,\"csChargingProfiles\":" + profile + "}";
    book().installInStation(read(payload));
  }

  private void set(String payload) {
    book().install(read(payload));
  }

  private ChargingProfile read(String payload) {
    try {
      return version.readProfile(JsonMapper.shared().readTree(payload));
    } catch (RpcException e) {
      throw new AssertionError(e.description(), e);
    }
  }

  private static String tx(int id, int level, String kind, String more, String schedule) {
    return profile(id, level, "TxProfile", kind, ",\"transactionId\":7" + more, schedule);
  }

  private static String base(int id, int level, String kind, String more, String schedule) {
    return profile(id, level, "TxDefaultProfile", kind, more, schedule);
  }

  private static String maximum(int id, int level, String schedule) {
    return profile(id, level, "ChargePointMaxProfile", "Absolute", "", schedule);
  }

  private static String profile(
      int id, int level, String purpose, String kind, String more, String schedule) {
    return "{\"chargingProfileId\":%d,\"stackLevel\":%d,\"chargingProfilePurpose\":\"%s\",\"chargingProfileKind\":\"%s\"%s,\"chargingSchedule\":{%s}}"
        .formatted(
            id,
            level,
            purpose,
            kind,
            more.replaceAll(",\"startSchedule\":\"[^\"]*\"", ""),
            schedule + startIn(more));
  }

  private static String startIn(String more) {
    int at = more.indexOf(",\"startSchedule\":");
    return at < 0 ? "" : more.substring(at).replaceAll("(,\"startSchedule\":\"[^\"]*\").*", "$1");
  }

  private static String daily(String start) {
    return ",\"recurrencyKind\":\"Daily\",\"startSchedule\":\"" + start + "\"";
  }

  private static String always(String unit, String steps) {
    return steps(unit, steps) + ",\"startSchedule\":\"2026-01-01T00:00:00Z\"";
  }

  /**
   * @param steps second and limit of each period, such as {@code 0:10,3600:0}
   */
  private static String steps(String unit, String steps) {
    return "\"chargingRateUnit\":\"" + unit + "\",\"chargingSchedulePeriod\":" + periods(steps);
  }

  private static String periods(String steps) {
    return "[" + steps.replaceAll("(\\d+):([\\d.]+)", "{\"startPeriod\":$1,\"limit\":$2}") + "]";
  }

  private static String tx21(String kind, String schedule, String steps) {
    String often = kind.equals("Recurring") ? ",\"recurrencyKind\":\"Daily\"" : "";
    return profile21(1, "TxProfile", kind, often + ",\"transactionId\":\"7\"", schedule, steps);
  }

  private static String base21(int id, String validity, String steps) {
    String start = ",\"startSchedule\":\"2026-01-01T00:00:00Z\"";
    return profile21(id, "TxDefaultProfile", "Absolute", validity, start, steps);
  }

  private static String profile21(
      int id, String purpose, String kind, String more, String schedule, String steps) {
    return "{\"id\":%d,\"stackLevel\":0,\"chargingProfilePurpose\":\"%s\",\"chargingProfileKind\":\"%s\"%s,\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":%s%s}]}"
        .formatted(id, purpose, kind, more, periods(steps), schedule);
  }
}
