package energy.setpoint.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.HeldLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.simulation.station.habit.Composites;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.habit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stations that do not do what they are told, over a real socket with OCPP 2.1. */
@Timeout(120)
class DisobedienceIT {

  private static final StationTraits TRAITS =
      StationTraits.PLAIN_DC.with(OperationMode.CENTRAL_SETPOINT);

  @Test
  void budgetsAStationThatRefusesAtWhatItMayDrawAndTakesItBackWhenItObeys() {
    try (var place = charging()) {
      place.station.adopt(Habits.GOOD.with("SetChargingProfile", new Reply.Refuses("Rejected")));

      place.until("an alert", () -> alerts(place).contains("refuses its limits"));

      var refusing = place.ledger();
      assertThat(refusing.disobedience())
          .hasValueSatisfying(it -> {
            assertThat(it.kind()).isEqualTo(Disobedience.Kind.REFUSES);
            assertThat(it.reason()).contains("Rejected");
          });
      assertThat(refusing.mayDraw()).isGreaterThanOrEqualTo(Current.ofAmps(9));
      assertThat(refusing.counts().refused()).isGreaterThanOrEqualTo(3);
      place.station.adopt(Habits.GOOD);
      place.until("obedience", () -> place.ledger().disobedience().isEmpty());
      assertThat(alerts(place)).doesNotContain("refuses");
    }
  }

  @Test
  void budgetsASilentStationAtTheOldAndTheNewLimitAndTriesForEver() {
    try (var place = charging()) {
      place.station.adopt(Habits.GOOD.with("SetChargingProfile", new Reply.Silent(false)));

      place.until("an alert", () -> alerts(place).contains("does not answer"));

      var silent = place.ledger();
      assertThat(silent.pending()).isNotEmpty();
      assertThat(silent.counts().unanswered()).isGreaterThanOrEqualTo(3);
      assertThat(silent.mayDraw()).isGreaterThanOrEqualTo(Current.ofAmps(9));
      place.station.adopt(Habits.GOOD);
      place.until("obedience", () -> place.ledger().disobedience().isEmpty());
      place.until("certainty", () -> place.ledger().pending().isEmpty());
    }
  }

  @Test
  void tellsAStationThatForgotAllItsProfilesAgain() {
    try (var place = charging()) {
      place.station.adopt(Habits.GOOD.forgettingProfiles());
      long before = place.sent("SetChargingProfile");
      place.station.cutPower();
      place.live(5);
      place.station.restorePower();
      place.until("the boot", () -> place.ledger().fallback().equals(Current.ofAmps(32)));
      var afterBoot = place.ledger();

      place.until("the fallback", () -> place.ledger().fallback().equals(Current.ofAmps(6)));
      place.until("a new limit", () -> place.ledger().confirmed().isPresent());

      assertThat(afterBoot.mayDraw()).isEqualTo(Current.ofAmps(32));
      assertThat(place.sent("SetChargingProfile") - before).isGreaterThanOrEqualTo(2);
      assertThat(place.station.profiles()).hasSize(2);
    }
  }

  /** K08: the composite schedule is what a station makes of all its profiles. */
  @Test
  void budgetsAStationThatReportsMoreThanItConfirmedAtWhatItReports() {
    try (var place = charging()) {
      place.station.adopt(Habits.GOOD.with(new Composites(1.8, false)));

      place.until("an alert", () -> alerts(place).contains("holds more than it confirmed"));

      var lying = place.ledger();
      assertThat(lying.reported().map(HeldLimit::verdict)).contains(HeldLimit.Verdict.HOLDS_MORE);
      assertThat(lying.mayDraw()).isGreaterThan(Current.ofAmps(16));
      assertThat(lying.counts().contradicted()).isPositive();
      place.station.adopt(Habits.GOOD);
      place.until("agreement", () -> place.ledger().disobedience().isEmpty());
      assertThat(place.ledger().reported().map(HeldLimit::verdict))
          .contains(HeldLimit.Verdict.AGREES);
    }
  }

  @Test
  void asksNoMoreWhereAStationCannotSay() {
    try (var place = new OnePlace(TRAITS, at -> 6900)) {
      place.station.adopt(
          Habits.GOOD.with("GetCompositeSchedule", new Reply.Fails("NotSupported")));
      place.plugIn();
      place.until("a question", () -> place.sent("GetCompositeSchedule") > 0);

      place.live(300);

      assertThat(place.sent("GetCompositeSchedule")).isEqualTo(1);
      assertThat(place.ledger().disobedience()).isEmpty();
    }
  }

  /** Its plan changes every minute, so that there is always something to tell. */
  private static OnePlace charging() {
    var place = new OnePlace(TRAITS, at -> at.getEpochSecond() / 60 % 2 == 0 ? 6900 : 9660);
    place.plugIn();
    place.until("charging", () -> place.place().power().watts() > 6000);
    return place;
  }

  private static String alerts(OnePlace place) {
    return String.join("\n", place.snapshot().alerts());
  }
}
