package energy.setpoint.ocpp.gateway.review;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.Intents;
import energy.setpoint.ocpp.dialect.profile.HeldProfile;
import energy.setpoint.ocpp.dialect.profile.HeldProfile.Purpose;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of the profiles that a station holds. */
class ProfileReviewTest {

  private static final HeldProfile FALLBACK =
      new HeldProfile(0, 480_000, 0, Purpose.DEFAULT, "CSO");
  private static final HeldProfile LEASE =
      new HeldProfile(2, 480_002, 1, Purpose.TRANSACTION, "CSO");

  private final List<ChargingIntent> wanted = List.of(Intents.fallback(6), Intents.cap("tx-1", 16));

  @Test
  void isContentWithWhatTheStationAccepted() {
    var findings = review(0).of(List.of(FALLBACK, LEASE));

    assertThat(findings).isEmpty();
    assertThat(review(0).event(List.of(FALLBACK, LEASE), findings).fallbackMissing()).isFalse();
  }

  @Test
  void missesTheFallback() {
    var findings = review(0).of(List.of(LEASE));

    assertThat(findings)
        .containsExactly(
            new Finding(
                Finding.Kind.MISSING,
                "Station depot-1 does not hold the profile 480000 of SetFallback that it"
                    + " accepted."));
    assertThat(review(0).event(List.of(LEASE), findings).fallbackMissing()).isTrue();
  }

  @Test
  void missesALeaseThatHolds() {
    assertThat(review(0).of(List.of(FALLBACK)))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.MISSING);
  }

  /** It ends by itself after two minutes. */
  @Test
  void missesNoLeaseThatEnds() {
    assertThat(review(100).of(List.of(FALLBACK))).isEmpty();
  }

  @Test
  void missesNothingThatWasNeverSent() {
    var review =
        new ProfileReview(FakeStation.ID, List.of(), StationTraits.PLAIN_AC, FakeStation.NOON);

    assertThat(review.of(List.of())).isEmpty();
    assertThat(review.event(List.of(), List.of()).fallbackMissing()).isFalse();
  }

  /**
   * K01.FR.06, K01.FR.39: the same level must not be taken twice, so nobody knows which one wins.
   */
  @ParameterizedTest
  @CsvSource({
    "TRANSACTION, 0, LIMITS",
    "TRANSACTION, 1, LIFTS",
    "TRANSACTION, 5, LIFTS",
    "DEFAULT, 0, LIFTS",
    "DEFAULT, 3, LIFTS",
    "STATION_MAXIMUM, 9, LIMITS",
    "EXTERNAL_CONSTRAINTS, 9, LIMITS",
    "PRIORITY, 0, LIFTS",
    "LOCAL_GENERATION, 0, LIFTS"
  })
  void judgesAProfileOfSomebodyElseByItsPurposeAndLevel(
      Purpose purpose, int stackLevel, Finding.Kind kind) {
    var foreign = new HeldProfile(1, 17, stackLevel, purpose, "EMS");

    var findings = review(0).of(List.of(FALLBACK, LEASE, foreign));

    assertThat(findings).extracting(Finding::kind).containsExactly(kind);
    assertThat(findings.getFirst().sentence())
        .contains(purpose.wire(), "EMS", "at EVSE 1", "id 17", "stack level " + stackLevel);
  }

  @ParameterizedTest
  @CsvSource({"DEFAULT, 1, 1", "DEFAULT, 0, 0", "TRANSACTION, 1,", "STATION_MAXIMUM, 0,"})
  void tellsWhereAProfileOfSomebodyElseMayHideTheFallback(
      Purpose purpose, int evse, Integer hidden) {
    var held = List.of(FALLBACK, LEASE, new HeldProfile(evse, 17, 3, purpose, "EMS"));

    var event = review(0).event(held, List.of());

    assertThat(event.hiddenAt())
        .containsExactlyInAnyOrderElementsOf(Stream.ofNullable(hidden).toList());
  }

  private ProfileReview review(int secondsAfterNoon) {
    return new ProfileReview(
        FakeStation.ID,
        wanted,
        StationTraits.PLAIN_AC,
        FakeStation.NOON.plusSeconds(secondsAfterNoon));
  }
}
