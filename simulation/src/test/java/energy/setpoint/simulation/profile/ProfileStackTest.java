package energy.setpoint.simulation.profile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The requirement ids are those of OCPP 2.0.1 part 2, sections K01, K04 and K10. */
class ProfileStackTest {

  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");

  private final List<RunningTransaction> running = new ArrayList<>();
  private ProfileStack stack = stack(ProfileRules.OCPP_21);

  @Test
  void offersWhatTheEvseCanCarryWhenThereIsNoProfile() {
    charging(1, "tx-1");

    assertThat(limitAt(1, NOON)).isEqualTo(32);
  }

  @Test
  void letsATxProfileOverruleTheDefaultForItsTransaction() {
    charging(1, "tx-1");
    charging(2, "tx-2");
    accept(profile(1, 0, Purpose.TX_DEFAULT).level(3).amps(10));

    accept(profile(2, 1, Purpose.TX).transaction("tx-1").amps(20));

    assertThat(limitAt(1, NOON)).isEqualTo(20);
    assertThat(limitAt(2, NOON)).isEqualTo(10);
  }

  @Test
  void fallsBackToTheDefaultWhenTheTxProfileHasRunOut() {
    charging(1, "tx-1");
    accept(profile(1, 0, Purpose.TX_DEFAULT).amps(8));

    accept(profile(2, 1, Purpose.TX).transaction("tx-1").lasting(60).amps(20));

    assertThat(limitAt(1, NOON.plusSeconds(59))).isEqualTo(20);
    assertThat(limitAt(1, NOON.plusSeconds(60))).isEqualTo(8);
  }

  @Test
  void forgetsATxProfileWithItsTransaction() {
    charging(1, "tx-1");
    accept(profile(2, 1, Purpose.TX).transaction("tx-1").amps(20));

    stack.transactionEnded(1);

    assertThat(stack.profiles()).isEmpty();
  }

  /** K01.FR.17. */
  @Test
  void prefersTheHigherStackLevelWhileItIsValid() {
    charging(1, "tx-1");
    accept(profile(1, 0, Purpose.TX_DEFAULT).level(0).amps(10));

    accept(
        profile(2, 0, Purpose.TX_DEFAULT)
            .level(1)
            .valid(NOON.plusSeconds(10), NOON.plusSeconds(20))
            .amps(25));

    assertThat(limitAt(1, NOON.plusSeconds(9))).isEqualTo(10);
    // K01.FR.36: from validFrom on.
    assertThat(limitAt(1, NOON.plusSeconds(10))).isEqualTo(25);
    // K01.FR.37: before validTo.
    assertThat(limitAt(1, NOON.plusSeconds(20))).isEqualTo(10);
  }

  /** K01.FR.12, K01.FR.30. */
  @Test
  void runsThroughThePeriodsOfAnAbsoluteSchedule() {
    charging(1, "tx-1");

    accept(
        profile(1, 0, Purpose.TX_DEFAULT)
            .starting(NOON)
            .periods(
                SchedulePeriod.limit(0, 6),
                SchedulePeriod.limit(10, 16),
                SchedulePeriod.limit(20, 0)));

    assertThat(limitAt(1, NOON.minusSeconds(1))).isEqualTo(32);
    assertThat(limitAt(1, NOON)).isEqualTo(6);
    assertThat(limitAt(1, NOON.plusSeconds(10))).isEqualTo(16);
    assertThat(limitAt(1, NOON.plusSeconds(99_999))).isZero();
  }

  /** K01.FR.11: a period after the duration is not executed. */
  @Test
  void neverReachesAPeriodAfterTheEndOfTheSchedule() {
    charging(1, "tx-1");

    accept(
        profile(1, 0, Purpose.TX_DEFAULT)
            .lasting(60)
            .periods(SchedulePeriod.limit(0, 6), SchedulePeriod.limit(60, 16)));

    assertThat(limitAt(1, NOON.plusSeconds(59))).isEqualTo(6);
    assertThat(limitAt(1, NOON.plusSeconds(60))).isEqualTo(32);
  }

  /** K01.FR.13. */
  @Test
  void repeatsADailyScheduleAndIsUnlimitedBetween() {
    charging(1, "tx-1");

    accept(profile(1, 0, Purpose.TX_DEFAULT).kind(Kind.DAILY).lasting(3600).amps(7));

    Instant nextDay = NOON.plus(Duration.ofDays(1));
    assertThat(limitAt(1, nextDay)).isEqualTo(7);
    assertThat(limitAt(1, nextDay.plusSeconds(3600))).isEqualTo(32);
    assertThat(limitAt(1, NOON.plus(Duration.ofDays(9)).plusSeconds(3599))).isEqualTo(7);
  }

  @Test
  void repeatsAWeeklySchedule() {
    charging(1, "tx-1");

    accept(profile(1, 0, Purpose.TX_DEFAULT).kind(Kind.WEEKLY).lasting(3600).amps(7));

    assertThat(limitAt(1, NOON.plus(Duration.ofDays(1)))).isEqualTo(32);
    assertThat(limitAt(1, NOON.plus(Duration.ofDays(7)))).isEqualTo(7);
  }

  /** K01.FR.42. */
  @Test
  void countsARelativeScheduleFromTheStartOfTheTransaction() {
    running.add(new RunningTransaction(1, Optional.of("tx-1"), NOON.minusSeconds(30), 3, true));

    accept(
        profile(1, 0, Purpose.TX_DEFAULT)
            .kind(Kind.RELATIVE)
            .periods(SchedulePeriod.limit(0, 6), SchedulePeriod.limit(60, 16)));

    assertThat(limitAt(1, NOON.plusSeconds(29))).isEqualTo(6);
    assertThat(limitAt(1, NOON.plusSeconds(30))).isEqualTo(16);
  }

  /** K01.FR.49, K01.FR.50. */
  @Test
  void turnsWattsIntoAmperesOverThreePhasesUnlessToldOtherwise() {
    running.add(new RunningTransaction(1, Optional.of("tx-1"), NOON, 1, true));
    accept(profile(1, 1, Purpose.TX_DEFAULT).watts(SchedulePeriod.limit(0, 6900)));
    double three = limitAt(1, NOON);

    accept(profile(1, 1, Purpose.TX_DEFAULT).watts(SchedulePeriod.limit(0, 4600).onPhases(1)));

    assertThat(three).isEqualTo(10);
    assertThat(limitAt(1, NOON)).isEqualTo(20);
  }

  /** K01.FR.43. */
  @Test
  void refusesFewerPhasesThanTheVehicleUses() {
    charging(1, "tx-1");

    var verdict =
        install(profile(1, 1, Purpose.TX_DEFAULT).periods(SchedulePeriod.limit(0, 10).onPhases(1)));

    assertRefused(verdict, "InvalidSchedule");
  }

  /** K04.FR.05. */
  @Test
  void sharesTheMaximumOfTheStationAmongThoseThatWantEnergy() {
    charging(1, "tx-1");
    charging(2, "tx-2");
    accept(profile(9, 0, Purpose.STATION_MAX).amps(40));
    accept(profile(1, 1, Purpose.TX).transaction("tx-1").amps(10));

    assertThat(limitAt(1, NOON)).isEqualTo(10);
    assertThat(limitAt(2, NOON)).isEqualTo(30);
  }

  @Test
  void sharesTheMaximumOfTheStationInWatts() {
    running.add(new RunningTransaction(1, Optional.of("a"), NOON, 1, true));
    running.add(new RunningTransaction(2, Optional.of("b"), NOON, 3, true));

    accept(profile(9, 0, Purpose.STATION_MAX).watts(SchedulePeriod.limit(0, 9200)));

    assertThat(limitAt(1, NOON)).isEqualTo(10);
    assertThat(limitAt(2, NOON)).isEqualTo(10);
  }

  @Test
  void servesOneWhenTheMaximumOfTheStationIsTooSmallForTwo() {
    charging(1, "tx-1");
    charging(2, "tx-2");

    accept(profile(9, 0, Purpose.STATION_MAX).amps(11));

    assertThat(limitAt(1, NOON)).isEqualTo(11);
    assertThat(limitAt(2, NOON)).isZero();
  }

  /** K01.FR.05. */
  @Test
  void replacesAProfileWithTheSameId() {
    charging(1, "tx-1");
    accept(profile(1, 1, Purpose.TX_DEFAULT).amps(10));

    accept(profile(1, 1, Purpose.TX_DEFAULT).level(4).amps(12));

    assertThat(stack.profiles()).hasSize(1);
    assertThat(limitAt(1, NOON)).isEqualTo(12);
  }

  /** 1.6 edition 2, section 3.13.2. */
  @Test
  void replacesAProfileOfTheSameLevelAndPurposeInOcpp16() {
    stack = stack(ProfileRules.OCPP_16);
    charging(1, "1");
    accept(profile(1, 1, Purpose.TX_DEFAULT).amps(10));

    accept(profile(2, 1, Purpose.TX_DEFAULT).amps(12));

    assertThat(stack.profiles()).extracting(ChargingProfile::id).containsExactly(2);
  }

  /** 1.6 edition 2, section 3.13.1. */
  @Test
  void letsTheDefaultOfAConnectorStandInForThatOfTheStationInOcpp16() {
    stack = stack(ProfileRules.OCPP_16);
    charging(1, "1");
    charging(2, "2");
    accept(profile(1, 0, Purpose.TX_DEFAULT).level(5).amps(10));

    accept(profile(2, 1, Purpose.TX_DEFAULT).level(0).amps(12));

    assertThat(limitAt(1, NOON)).isEqualTo(12);
    assertThat(limitAt(2, NOON)).isEqualTo(10);
  }

  /** K01.FR.06, K01.FR.52, K01.FR.53. */
  @Test
  void refusesASecondProfileOfTheSameLevelAndPurposeInOcpp2() {
    accept(profile(1, 0, Purpose.TX_DEFAULT).amps(10));

    assertRefused(install(profile(2, 0, Purpose.TX_DEFAULT).amps(10)), "DuplicateProfile");
    assertRefused(install(profile(3, 1, Purpose.TX_DEFAULT).amps(10)), "DuplicateProfile");
    accept(profile(4, 1, Purpose.TX_DEFAULT).level(1).amps(10));
  }

  /** K01.FR.09, K01.FR.33, K01.FR.16. */
  @Test
  void refusesATxProfileWithoutItsTransaction() {
    assertRefused(install(profile(1, 1, Purpose.TX).transaction("tx-1").amps(9)), "TxNotFound");
    charging(1, "tx-1");

    assertRefused(install(profile(1, 1, Purpose.TX).transaction("other").amps(9)), "TxNotFound");
    assertRefused(install(profile(1, 0, Purpose.TX).amps(9)), "InvalidProfile");
  }

  @Test
  void refusesWhatTheStationDoesNotHave() {
    // K01.FR.28
    assertRefused(install(profile(1, 7, Purpose.TX_DEFAULT).amps(9)), "UnknownEvse");
    assertRefused(install(profile(1, 1, Purpose.TX_DEFAULT).level(9).amps(9)), "InvalidStackLevel");
    // K01.FR.22
    assertRefused(install(profile(1, 1, Purpose.EXTERNAL).amps(9)), "UnsupportedPurpose");
    // K04.FR.03
    assertRefused(install(profile(1, 1, Purpose.STATION_MAX).amps(9)), "InvalidProfile");
    // K01.FR.26
    stack = stack(ProfileRules.OCPP_201.withUnits(Set.of(RateUnit.W)));
    assertRefused(install(profile(1, 1, Purpose.TX_DEFAULT).amps(9)), "UnsupportedRateUnit");
  }

  @Test
  void refusesAScheduleThatMakesNoSense() {
    // K01.FR.31
    assertRefused(
        install(profile(1, 1, Purpose.TX_DEFAULT).periods(SchedulePeriod.limit(5, 6))),
        "InvalidSchedule");
    // K01.FR.35
    assertRefused(
        install(
            profile(1, 1, Purpose.TX_DEFAULT)
                .periods(
                    SchedulePeriod.limit(0, 6),
                    SchedulePeriod.limit(60, 6),
                    SchedulePeriod.limit(30, 6))),
        "InvalidSchedule");
    // K01.FR.38
    assertRefused(
        install(profile(1, 0, Purpose.STATION_MAX).kind(Kind.RELATIVE).amps(6)), "InvalidProfile");
    // K01.FR.40
    assertRefused(
        install(profile(1, 1, Purpose.TX_DEFAULT).startingWithTransaction().amps(6)),
        "InvalidSchedule");
  }

  /** 2.1, Q03.FR.01. */
  @Test
  void followsACentralSetpointWhereTheEvseCanFeedBack() {
    charging(3, "v2g");

    accept(
        profile(1, 3, Purpose.TX)
            .transaction("v2g")
            .watts(SchedulePeriod.setpoint(0, -6900), SchedulePeriod.setpoint(60, 3450)));

    assertThat(offerAt(3, NOON).setpoint()).contains(Current.ofAmps(-10));
    assertThat(offerAt(3, NOON.plusSeconds(60)).setpoint()).contains(Current.ofAmps(5));
  }

  @Test
  void refusesANegativeSetpointWhereTheEvseCannotFeedBackOrTheVersionHasNone() {
    charging(1, "tx-1");
    var discharge =
        profile(1, 1, Purpose.TX).transaction("tx-1").watts(SchedulePeriod.setpoint(0, -6900));

    assertRefused(install(discharge), "InvalidSchedule");
    stack = stack(ProfileRules.OCPP_201);
    charging(3, "v2g");
    assertRefused(
        install(
            profile(1, 3, Purpose.TX).transaction("v2g").watts(SchedulePeriod.setpoint(0, -6900))),
        "UnsupportedParam");
  }

  /** 2.1, K01.FR.101, K01.FR.102. */
  @Test
  void setsAProfileAsideWhileTheStationIsOfflineForTooLong() {
    charging(1, "tx-1");
    accept(profile(1, 0, Purpose.TX_DEFAULT).level(0).amps(6));
    accept(profile(2, 0, Purpose.TX_DEFAULT).level(1).maxOffline(60).amps(20));

    assertThat(offline(1, Duration.ofSeconds(60))).isEqualTo(20);
    assertThat(offline(1, Duration.ofSeconds(61))).isEqualTo(6);
    assertThat(offline(1, Duration.ZERO)).isEqualTo(20);
  }

  /** K10.FR.01, K10.FR.03, K10.FR.04. */
  @Test
  void clearsByIdOrByEveryCriterionGiven() {
    accept(profile(1, 1, Purpose.TX_DEFAULT).amps(10));
    accept(profile(2, 2, Purpose.TX_DEFAULT).amps(10));
    accept(profile(3, 0, Purpose.STATION_MAX).amps(10));

    assertThat(stack.clear(ProfileFilter.byId(77))).isZero();
    assertThat(stack.clear(ProfileFilter.byId(1))).isEqualTo(1);
    assertThat(stack.clear(criteria(OptionalInt.of(0), Optional.of(Purpose.TX_DEFAULT)))).isZero();
    assertThat(stack.clear(criteria(OptionalInt.empty(), Optional.of(Purpose.TX_DEFAULT))))
        .isEqualTo(1);
    assertThat(stack.profiles()).extracting(ChargingProfile::id).containsExactly(3);
  }

  private static ProfileFilter criteria(OptionalInt evse, Optional<Purpose> purpose) {
    return new ProfileFilter(OptionalInt.empty(), evse, purpose, OptionalInt.empty());
  }

  private void charging(int evse, String transaction) {
    running.add(new RunningTransaction(evse, Optional.of(transaction), NOON, 3, true));
  }

  private Verdict install(ChargingProfile profile) {
    return stack.install(profile, running);
  }

  private void accept(ChargingProfile profile) {
    assertThat(install(profile)).isEqualTo(new Verdict.Installed());
  }

  private static void assertRefused(Verdict verdict, String reason) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.reasonCode()).isEqualTo(reason));
  }

  private Offer offerAt(int evse, Instant at) {
    return stack.offers(running, at, Duration.ZERO).get(evse);
  }

  private double limitAt(int evse, Instant at) {
    return offerAt(evse, at).limit().amps();
  }

  private double offline(int evse, Duration offline) {
    return stack.offers(running, NOON, offline).get(evse).limit().amps();
  }

  private static ProfileStack stack(ProfileRules rules) {
    return new ProfileStack(rules, List.of(ac(1), ac(2), dcBidirectional(3)), Voltage.ofVolts(230));
  }

  private static Evse ac(int number) {
    return new Evse(
        EvseRef.of("s", number),
        Supply.AC,
        List.of(Phase.L1, Phase.L2, Phase.L3),
        Current.ofAmps(6),
        Current.ofAmps(32),
        false);
  }

  private static Evse dcBidirectional(int number) {
    return new Evse(
        EvseRef.of("s", number),
        Supply.DC,
        List.of(Phase.L1, Phase.L2, Phase.L3),
        Current.ZERO,
        Current.ofAmps(32),
        true);
  }

  private static ProfileSketch profile(int id, int evse, Purpose purpose) {
    return new ProfileSketch(id, evse, purpose, NOON);
  }
}
