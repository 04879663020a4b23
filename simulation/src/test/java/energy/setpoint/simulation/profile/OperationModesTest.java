package energy.setpoint.simulation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.offer.Allowance;
import energy.setpoint.simulation.profile.stack.CompositeSchedule;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What 2.1 has added: the requirement ids are those of OCPP 2.1 part 2, sections K and Q. */
class OperationModesTest {

  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  private static final FrequencyResponse DROOP =
      new FrequencyResponse(
          -1380,
          new Curve(
              List.of(
                  new Curve.Point(49.8, -6900),
                  new Curve.Point(50, 0),
                  new Curve.Point(50.2, 6900))),
          new Curve(List.of(new Curve.Point(-10, -690), new Curve.Point(10, 690))));

  private final List<RunningTransaction> running = new ArrayList<>();
  private ProfileStack stack = stack(ProfileRules.OCPP_21);
  private Surroundings seen = Surroundings.CALM;

  /** A vehicle loads its phases alike, so the lowest phase decides. */
  @Test
  void holdsAVehicleToTheLowestOfThePhasesThatItUses() {
    charging(1, 3);
    charging(2, 1);

    var perPhase = new PhaseValues(16, OptionalDouble.of(10), OptionalDouble.of(13));
    accept(
        profile(9, 0, Purpose.TX_DEFAULT)
            .periods(modeOf(OperationMode.CHARGING_ONLY).withLimit(perPhase)));

    assertThat(offer(1).limit().amps()).isEqualTo(10);
    assertThat(offer(2).limit().amps()).isEqualTo(10);
  }

  @Test
  void takesWattsWithValuesForEachPhaseAsThePowerOfOnePhase() {
    charging(3, 3);

    var perPhase = new PhaseValues(-2300, OptionalDouble.of(-2300), OptionalDouble.of(-2300));
    accept(tx(3).watts(modeOf(OperationMode.CENTRAL_SETPOINT).withSetpoint(perPhase)));

    assertThat(setpoint(3)).isEqualTo(-10);
  }

  /** Q05.FR.01. */
  @Test
  void followsTheExternalSystemWhereItSetsThePower() {
    charging(3, 3);
    accept(tx(3).watts(modeOf(OperationMode.EXTERNAL_SETPOINT)));
    double unheard = setpoint(3);

    seen = seen.withExternal(ExternalControl.setpoint(-6900));

    assertThat(unheard).isZero();
    assertThat(setpoint(3)).isEqualTo(-10);
  }

  /** Q05.FR.02. */
  @Test
  void staysWithinTheLimitOfTheExternalSystem() {
    charging(3, 3);
    accept(tx(3).watts(modeOf(OperationMode.EXTERNAL_LIMITS)));
    double unheard = offer(3).limit().amps();

    seen = seen.withExternal(ExternalControl.limit(6900));

    assertThat(unheard).isZero();
    assertThat(offer(3).limit().amps()).isEqualTo(10);
  }

  /** Q08.FR.06, Q08.FR.10. */
  @Test
  void followsTheFrequencyAndTheSignalByTheirCurves() {
    charging(3, 3);
    accept(tx(3).watts(modeOf(OperationMode.LOCAL_FREQUENCY).following(DROOP)));

    seen = seen.withGridHertz(50.1);
    double high = setpoint(3);
    seen = seen.withGridHertz(49.7);
    double low = setpoint(3);
    seen = seen.withGridHertz(50).withAfrrSignal(10);
    double signalled = setpoint(3);

    assertThat(high).isCloseTo((3450 - 1380) / 690.0, within(0.001));
    assertThat(low).isCloseTo((-6900 - 1380) / 690.0, within(0.001));
    assertThat(signalled).isCloseTo((690 - 1380) / 690.0, within(0.001));
  }

  /** Q08.FR.03, Q08.FR.04, Q08.FR.05. */
  @Test
  void refusesAFrequencyResponseWithoutCurveOrWithLimits() {
    charging(3, 3);
    var bare = modeOf(OperationMode.LOCAL_FREQUENCY);

    assertRefused(tx(3).watts(bare), "NoFreqWattCurve");
    assertRefused(
        tx(3).watts(bare.following(DROOP).withLimit(PhaseValues.of(9))), "InvalidSchedule");
    assertRefused(tx(3).periods(bare.following(DROOP)), "InvalidSchedule");
  }

  /** Q09.FR.01. */
  @Test
  void balancesTheLocalLoadOnlyWhereItCan() {
    charging(3, 3);
    var balancing = modeOf(OperationMode.LOCAL_LOAD_BALANCING);
    assertRefused(tx(3).watts(balancing), "UnsupportedParam");
    stack = stack(ProfileRules.OCPP_21.withModes(Set.of(OperationMode.values())));

    accept(tx(3).watts(balancing));
    seen = seen.withUpstreamWatts(6900);

    assertThat(setpoint(3)).isEqualTo(-10);
  }

  /** Q02.FR.02, Q03.FR.02, Q10.FR.02, K01.FR.71. */
  @Test
  void refusesFieldsThatAModeDoesNotHave() {
    charging(3, 3);
    var both = SchedulePeriod.setpoint(0, 5).withLimit(PhaseValues.of(9));
    var idle = modeOf(OperationMode.IDLE).withLimit(PhaseValues.of(9));
    var discharging = SchedulePeriod.limit(0, 9).withDischargeLimit(PhaseValues.of(-3));

    assertRefused(tx(3).periods(both), "InvalidSchedule");
    assertRefused(tx(3).periods(idle), "InvalidSchedule");
    assertRefused(tx(3).periods(discharging), "InvalidSchedule");
    assertRefused(
        profile(4, 0, Purpose.PRIORITY).periods(SchedulePeriod.setpoint(0, 5)), "InvalidSchedule");
    assertRefused(profile(4, 0, Purpose.PRIORITY).lasting(60).amps(9), "InvalidSchedule");
  }

  @Test
  void refusesLimitsOfTheWrongSign() {
    charging(3, 3);
    var central = modeOf(OperationMode.CENTRAL_FREQUENCY).withSetpoint(PhaseValues.of(5));

    assertRefused(tx(3).amps(-1), "InvalidSchedule");
    assertRefused(tx(3).periods(central.withDischargeLimit(PhaseValues.of(1))), "InvalidSchedule");
  }

  /** K01.FR.19, K01.FR.44, K01.FR.48. */
  @Test
  void refusesPhasesThatItCannotChoose() {
    var third =
        new SchedulePeriod(
            0,
            Optional.of(PhaseValues.of(9)),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.of(1),
            OptionalInt.of(3),
            OperationMode.CHARGING_ONLY,
            Optional.empty(),
            false);

    assertRefused(
        profile(1, 3, Purpose.TX_DEFAULT).periods(SchedulePeriod.limit(0, 9).onPhases(3)),
        "NoPhaseForDC");
    assertRefused(profile(1, 1, Purpose.TX_DEFAULT).periods(third), "InvalidSchedule");
    assertRefused(profile(1, 1, Purpose.TX_DEFAULT).periods(third.onPhases(3)), "InvalidSchedule");
    stack = stack(ProfileRules.OCPP_21.withFeatures(Set.of(Feature.PHASE_SWITCHING)));
    accept(profile(1, 1, Purpose.TX_DEFAULT).periods(third));
    charging(1, 3);
    assertThat(allowance(1).phaseToUse()).hasValue(3);
    assertThat(allowance(1).numberPhases()).hasValue(1);
  }

  /** K28.FR.06, K28.FR.09 and, for the end, Q05.FR.07. */
  @Test
  void followsADynamicProfileUntilItHasNotBeenUpdatedForTooLong() {
    charging(3, 3);
    accept(profile(1, 0, Purpose.TX_DEFAULT).amps(6));
    accept(tx(3).dynamic(NOON).lasting(30).watts(SchedulePeriod.setpoint(0, 6900)));
    stack.update(2, setpointOf(-3450), NOON.plusSeconds(20));

    double updated = offerAt(3, NOON.plusSeconds(49)).setpoint().orElseThrow().amps();
    Offer expired = offerAt(3, NOON.plusSeconds(50));

    assertThat(updated).isEqualTo(-5);
    assertThat(expired).isEqualTo(Offer.upTo(Current.ofAmps(6)));
  }

  /** K28.FR.03, K28.FR.11, K01.FR.121, K01.FR.122. */
  @Test
  void refusesDynamicsThatMakeNoSense() {
    charging(3, 3);
    accept(profile(1, 0, Purpose.TX_DEFAULT).amps(6));

    assertRefused(
        tx(3).dynamic(NOON).periods(SchedulePeriod.limit(0, 6), SchedulePeriod.limit(9, 7)),
        "InvalidSchedule");
    assertRefused(tx(3).dynamic(NOON).periods(SchedulePeriod.limit(5, 6)), "InvalidSchedule");
    assertRefused(tx(3).pulling(5).amps(6), "InvalidProfile");
    assertThat(stack.update(1, setpointOf(3), NOON)).isInstanceOf(Verdict.Refused.class);
    stack = stack(ProfileRules.OCPP_21.withFeatures(Set.of()));
    assertRefused(tx(3).dynamic(NOON).amps(6), "UnsupportedKind");
  }

  /** K01.FR.95, K01.FR.123, K01.FR.124, K01.FR.125. */
  @Test
  void refusesFieldsThatItDoesNotSupport() {
    assertRefused(profile(1, 0, Purpose.STATION_MAX).delayedBy(60).amps(9), "InvalidSchedule");
    stack = stack(ProfileRules.OCPP_21.withFeatures(Set.of()));

    assertRefused(profile(1, 0, Purpose.TX_DEFAULT).delayedBy(60).amps(9), "InvalidSchedule");
    assertRefused(profile(1, 0, Purpose.TX_DEFAULT).inLocalTime().amps(9), "InvalidSchedule");
    assertRefused(profile(1, 0, Purpose.TX_DEFAULT).limitedAtSoc(80, 6).amps(9), "InvalidSchedule");
  }

  /** K01.FR.120. */
  @Test
  void refusesPurposesThatItDoesNotSupport() {
    stack = stack(ProfileRules.OCPP_201);

    assertRefused(profile(1, 0, Purpose.PRIORITY).amps(9), "UnsupportedPurpose");
    assertRefused(profile(1, 0, Purpose.LOCAL_GENERATION).amps(9), "UnsupportedPurpose");
  }

  /** K01.FR.03, K01.FR.81. */
  @Test
  void refusesATxProfileWithoutTransactionAndAnIdBelowZero() {
    charging(3, 3);

    assertRefused(profile(2, 3, Purpose.TX).amps(9), "MissingParam");
    assertRefused(profile(-2, 3, Purpose.TX_DEFAULT).amps(9), "InvalidProfileId");
  }

  @Test
  void refusesMoreProfilesThanItKeeps() {
    stack = stack(ProfileRules.OCPP_21.withBounds(8, 96, 1));
    accept(profile(1, 1, Purpose.TX_DEFAULT).amps(9));

    assertRefused(profile(2, 2, Purpose.TX_DEFAULT).amps(9), "TooManyElements");
    accept(profile(1, 1, Purpose.TX_DEFAULT).amps(8));
  }

  /** K21.FR.04. */
  @Test
  void overrulesTheTransactionsProfileWithPriorityCharging() {
    accept(profile(8, 0, Purpose.PRIORITY).amps(30));
    accept(profile(9, 0, Purpose.STATION_MAX).amps(25));
    charging(1, 3);
    accept(tx(1).amps(7));
    double before = offer(1).limit().amps();

    running.set(
        0,
        new RunningTransaction(
            1, Optional.of("tx-1"), NOON, 3, true, OptionalDouble.empty(), true));

    assertThat(before).isEqualTo(7);
    assertThat(offer(1).limit().amps()).isEqualTo(25);
  }

  /** K04.FR.05, K27. */
  @Test
  void addsLocalGenerationToWhatTheProfilesAllow() {
    charging(1, 3);
    charging(2, 3);
    accept(profile(1, 0, Purpose.TX_DEFAULT).amps(10));
    accept(profile(9, 0, Purpose.STATION_MAX).amps(20));
    stack.impose(profile(-5, 0, Purpose.LOCAL_GENERATION).watts(SchedulePeriod.limit(0, 2760)));

    double each = offer(1).limit().amps();

    // 2760 W are 4 A on three phases, 2 A for each.
    assertThat(each).isEqualTo(12);
    assertThat(offer(2).limit().amps()).isEqualTo(12);
  }

  /** K11.FR.01, K12.FR.01, K10.FR.08, K13.FR.01. */
  @Test
  void keepsToExternalLimitsThatTheServerCannotClear() {
    charging(1, 3);
    charging(2, 3);
    stack.impose(profile(-1, 0, Purpose.EXTERNAL).amps(20));
    stack.impose(profile(-2, 1, Purpose.EXTERNAL).amps(8));

    int cleared =
        stack.clear(
            new ProfileFilter(
                OptionalInt.empty(), OptionalInt.of(1), Optional.empty(), OptionalInt.empty()));
    double one = offer(1).limit().amps();
    double two = offer(2).limit().amps();
    stack.release(-1);
    stack.release(-2);

    assertThat(cleared).isZero();
    assertThat(one).isEqualTo(8);
    assertThat(two).isEqualTo(12);
    assertThat(offer(1).limit().amps()).isEqualTo(32);
  }

  /** Q06.FR.21. */
  @Test
  void prefersTheExternalSetpointToThatOfTheServer() {
    charging(3, 3);
    accept(tx(3).watts(SchedulePeriod.setpoint(0, 6900)));
    var command = modeOf(OperationMode.EXTERNAL_SETPOINT).withSetpoint(PhaseValues.of(-3450));
    seen = seen.withExternal(ExternalControl.setpoint(-3450));

    stack.impose(profile(-4, 3, Purpose.EXTERNAL).watts(command));

    assertThat(setpoint(3)).isEqualTo(-5);
  }

  /** K01.FR.100. */
  @Test
  void capsVehiclesThatAreNearlyFull() {
    running.add(
        new RunningTransaction(
            1, Optional.of("tx-1"), NOON, 3, true, OptionalDouble.of(79), false));
    running.add(
        new RunningTransaction(
            2, Optional.of("tx-2"), NOON, 3, true, OptionalDouble.of(80), false));

    accept(profile(1, 0, Purpose.TX_DEFAULT).limitedAtSoc(80, 7).amps(20));

    assertThat(offer(1).limit().amps()).isEqualTo(20);
    assertThat(offer(2).limit().amps()).isEqualTo(7);
  }

  /** K01.FR.92, K01.FR.94. */
  @Test
  void postponesLaterPeriodsByTheSameRandomTimeWheneverAsked() {
    charging(1, 3);
    accept(
        profile(1, 0, Purpose.TX_DEFAULT)
            .delayedBy(600)
            .periods(SchedulePeriod.limit(0, 6), SchedulePeriod.limit(3600, 16)));

    long changedAt = secondOfChange();

    assertThat(limitAt(1, NOON)).isEqualTo(6);
    assertThat(changedAt).isBetween(3600L, 4200L);
    assertThat(secondOfChange()).isEqualTo(changedAt);
  }

  /** K01.FR.90, K01.FR.91: clocks go forward on 29 March 2026 at 2 o'clock. */
  @Test
  void followsTheClockOnTheWallAcrossDaylightSaving() {
    stack = stack(ProfileRules.OCPP_21.in(ZoneId.of("Europe/Berlin")));
    Instant eight = Instant.parse("2026-03-28T08:00:00Z");
    running.add(new RunningTransaction(1, Optional.of("tx-1"), eight, 3, true));

    accept(
        profile(1, 0, Purpose.TX_DEFAULT)
            .kind(Kind.DAILY)
            .starting(eight)
            .inLocalTime()
            .lasting(3600)
            .amps(7));

    // 8 o'clock in winter and 8 o'clock in summer.
    assertThat(limitAt(1, Instant.parse("2026-03-28T07:00:00Z"))).isEqualTo(7);
    assertThat(limitAt(1, Instant.parse("2026-03-29T06:00:00Z"))).isEqualTo(7);
    assertThat(limitAt(1, Instant.parse("2026-03-29T07:00:00Z"))).isEqualTo(32);
  }

  /** K08.FR.02: a step wherever something changes, and none where nothing does. */
  @Test
  void findsTheStepsOfACompositeSchedule() {
    charging(1, 3);
    accept(
        profile(1, 0, Purpose.STATION_MAX)
            .valid(NOON.plusSeconds(100), NOON.plusSeconds(200))
            .amps(8));
    accept(
        profile(2, 0, Purpose.TX_DEFAULT)
            .lasting(300)
            .periods(SchedulePeriod.limit(0, 10), SchedulePeriod.limit(150, 6)));

    CompositeSchedule composite = composite(1, 600);

    assertThat(composite.steps())
        .containsExactly(step(0, 10), step(100, 8), step(150, 6), step(300, 32));
  }

  /** Every second asked alone says the same as the composite schedule. */
  @Test
  void agreesWithItsCompositeScheduleAtEverySecond() {
    charging(1, 3);
    charging(2, 1);
    accept(profile(1, 0, Purpose.STATION_MAX).amps(30));
    accept(profile(2, 0, Purpose.TX_DEFAULT).kind(Kind.DAILY).lasting(900).amps(20));
    accept(
        profile(3, 1, Purpose.TX_DEFAULT)
            .level(1)
            .delayedBy(120)
            .periods(
                SchedulePeriod.limit(0, 10),
                SchedulePeriod.limit(200, 25),
                SchedulePeriod.limit(700, 0)));
    Duration day = Duration.ofDays(1);

    CompositeSchedule composite =
        CompositeSchedule.of(stack, 1, running, NOON, day, Surroundings.CALM);

    int at = 0;
    for (int second = 0; second < day.toSeconds(); second += 7) {
      while (at + 1 < composite.steps().size()
          && composite.steps().get(at + 1).startSecond() <= second) {
        at++;
      }
      assertThat(composite.steps().get(at).offer())
          .as("second %d", second)
          .isEqualTo(offerAt(1, NOON.plusSeconds(second)));
    }
  }

  private long secondOfChange() {
    return composite(1, 7200).steps().get(1).startSecond();
  }

  private CompositeSchedule composite(int evse, int seconds) {
    return CompositeSchedule.of(
        stack, evse, running, NOON, Duration.ofSeconds(seconds), Surroundings.CALM);
  }

  private static CompositeSchedule.Step step(int second, double amps) {
    return new CompositeSchedule.Step(second, Offer.upTo(Current.ofAmps(amps)));
  }

  private static ScheduleUpdate setpointOf(double watts) {
    return new ScheduleUpdate(
        Optional.empty(), Optional.empty(), Optional.of(PhaseValues.of(watts)));
  }

  private static SchedulePeriod modeOf(OperationMode mode) {
    return SchedulePeriod.of(0, mode);
  }

  private void charging(int evse, int phases) {
    running.add(new RunningTransaction(evse, Optional.of("tx-" + evse), NOON, phases, true));
  }

  private void accept(ChargingProfile profile) {
    assertThat(stack.install(profile, running)).isEqualTo(new Verdict.Installed());
  }

  private void assertRefused(ChargingProfile profile, String reason) {
    assertThat(stack.install(profile, running))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.reasonCode()).isEqualTo(reason));
  }

  private Allowance allowance(int evse) {
    return stack.allowances(running, NOON, Duration.ZERO, seen).getOrDefault(evse, Allowance.NONE);
  }

  private Offer offer(int evse) {
    return allowance(evse).offer();
  }

  private Offer offerAt(int evse, Instant at) {
    return stack.offers(running, at, Duration.ZERO).getOrDefault(evse, Offer.NONE);
  }

  private double limitAt(int evse, Instant at) {
    return offerAt(evse, at).limit().amps();
  }

  private double setpoint(int evse) {
    return offer(evse).setpoint().orElseThrow().amps();
  }

  private static ProfileStack stack(ProfileRules rules) {
    return new ProfileStack(
        rules,
        List.of(evse(1, Supply.AC), evse(2, Supply.AC), evse(3, Supply.DC)),
        Voltage.ofVolts(230));
  }

  private static Evse evse(int number, Supply supply) {
    boolean dc = supply == Supply.DC;
    return new Evse(
        EvseRef.of("s", number),
        supply,
        List.of(Phase.L1, Phase.L2, Phase.L3),
        Current.ofAmps(dc ? 0 : 6),
        Current.ofAmps(32),
        dc);
  }

  private static ProfileSketch tx(int evse) {
    return profile(2, evse, Purpose.TX).transaction("tx-" + evse);
  }

  private static ProfileSketch profile(int id, int evse, Purpose purpose) {
    return new ProfileSketch(id, evse, purpose, NOON);
  }
}
