package energy.setpoint.core.control.grid;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.der.DerSetting;
import energy.setpoint.core.der.DerUnit;
import energy.setpoint.core.der.GridFault;
import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DerBookTest {

  private static final StationId STATION = new StationId("s1");
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final DerSetting VAR = new DerSetting.FixedVar(-20, DerUnit.PERCENT_OF_MAX_VAR);
  private static final HeldControl DEFAULT = HeldControl.of(DerControl.ofDefault("d", 1, VAR));
  private static final HeldControl SCHEDULED =
      HeldControl.of(DerControl.scheduled("s", 1, Interval.of(NOON, Duration.ofHours(1)), VAR));

  private static final HeldControl LATER =
      HeldControl.of(
          DerControl.scheduled(
              "s", 1, Interval.of(NOON.plusSeconds(3600), Duration.ofHours(1)), VAR));

  private final DerBook book = new DerBook();

  @Test
  void keepsWhatAStationAccepted() {
    book.saw(accepted(DEFAULT));

    assertThat(view().controls()).containsExactly(DEFAULT);
    assertThat(view().isActive(DEFAULT)).isTrue();
  }

  /** R04.FR.03 and R04.FR.08: the answer says who gives way, and it may be the new control. */
  @Test
  void marksWhatGaveWay() {
    book.saw(accepted(DEFAULT));

    book.saw(new DerEvent.ControlAccepted(STATION, NOON, SCHEDULED, List.of("d", "s")));

    assertThat(view().controls()).allMatch(HeldControl::superseded);
    assertThat(view().controls()).noneMatch(view()::isActive);
  }

  /** R04.FR.11 and 20. */
  @Test
  void takesADefaultForIdleWhileAScheduledControlOfItsKindHolds() {
    book.saw(accepted(DEFAULT));
    book.saw(accepted(LATER));

    book.saw(new DerEvent.ControlStarted(STATION, NOON, "s", List.of()));

    assertThat(view().isActive(LATER)).isTrue();
    assertThat(view().isActive(DEFAULT)).isFalse();
  }

  /** The engine may have been away when the station said that it started. */
  @Test
  void takesAScheduledControlForActiveWhenItsTimeHasCome() {
    book.saw(accepted(SCHEDULED));

    DerView before = book.of(STATION, NOON.minusSeconds(1));

    assertThat(before.isActive(SCHEDULED)).isFalse();
    assertThat(view().isActive(SCHEDULED)).isTrue();
  }

  @Test
  void forgetsThatAClearedControlHadStarted() {
    book.saw(accepted(LATER));
    book.saw(new DerEvent.ControlStarted(STATION, NOON, "s", List.of()));
    book.saw(new DerEvent.ControlsCleared(STATION, NOON, new DerSelection.All(false)));

    book.saw(accepted(LATER));

    assertThat(view().isActive(LATER)).isFalse();
  }

  @Test
  void keepsNoScheduledControlsThatAreLongOver() {
    book.saw(accepted(SCHEDULED));

    book.saw(new DerEvent.ControlAccepted(STATION, NOON.plusSeconds(7200), DEFAULT, List.of()));

    assertThat(view().controls()).containsExactly(DEFAULT);
  }

  /** R04.FR.10 and 22. */
  @Test
  void forgetsAScheduledControlThatEnded() {
    book.saw(accepted(DEFAULT));
    book.saw(accepted(SCHEDULED));
    book.saw(new DerEvent.ControlStarted(STATION, NOON, "s", List.of()));

    book.saw(new DerEvent.ControlEnded(STATION, NOON.plusSeconds(3600), "s"));

    assertThat(view().controls()).containsExactly(DEFAULT);
    assertThat(view().isActive(DEFAULT)).isTrue();
  }

  @Test
  void leavesOutAScheduledControlWhoseTimeIsOverThoughNobodySaidSo() {
    book.saw(accepted(SCHEDULED));

    DerView later = book.of(STATION, NOON.plus(Duration.ofHours(1)));

    assertThat(later.controls()).isEmpty();
  }

  /** R04.FR.45. */
  @Test
  void clearsOnlyWhatWasSelected() {
    book.saw(accepted(DEFAULT));
    book.saw(accepted(SCHEDULED));

    book.saw(
        new DerEvent.ControlsCleared(
            STATION, NOON, new DerSelection.OfType(true, DerControlType.FIXED_VAR)));

    assertThat(view().controls()).containsExactly(SCHEDULED);
  }

  /** R04.FR.32: only all parts together replace what was known. */
  @Test
  void believesAReportWhenItIsComplete() {
    book.saw(accepted(DEFAULT));

    book.saw(reported(5, true, SCHEDULED));
    List<HeldControl> inTheMiddle = view().controls();
    book.saw(reported(5, false, DEFAULT.asSuperseded()));

    assertThat(inTheMiddle).containsExactly(DEFAULT);
    assertThat(view().controls()).containsExactly(SCHEDULED, DEFAULT.asSuperseded());
    assertThat(view().reportedAt()).contains(NOON);
  }

  @Test
  void dropsThePartsOfAnAnswerThatNeverEnded() {
    book.saw(reported(5, true, SCHEDULED));

    book.saw(reported(6, false, DEFAULT));

    assertThat(view().controls()).containsExactly(DEFAULT);
  }

  @Test
  void keepsWhatItKnowsWhenAReportHasNoEnd() {
    book.saw(accepted(DEFAULT));
    List<HeldControl> many = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      many.add(SCHEDULED);
    }

    book.saw(new DerEvent.ControlsReported(STATION, NOON, 5, many, true));
    book.saw(new DerEvent.ControlsReported(STATION, NOON, 5, many, false));

    assertThat(view().controls()).containsExactly(DEFAULT);
  }

  /** R05.FR.04: there is one alarm at a time. */
  @Test
  void keepsTheLastAlarmUntilItEnds() {
    book.saw(alarm(DerControlType.VOLT_WATT, false));
    book.saw(alarm(DerControlType.FREQUENCY_WATT, false));
    Optional<DerControlType> standing = view().alarm().map(DerEvent.Alarm::control);

    book.saw(alarm(DerControlType.FREQUENCY_WATT, true));

    assertThat(standing).contains(DerControlType.FREQUENCY_WATT);
    assertThat(view().alarm()).isEmpty();
  }

  /** R01.FR.03: controls survive a restart of the station. */
  @Test
  void keepsControlsButNoAlarmWhenAStationStartsAnew() {
    book.saw(accepted(DEFAULT));
    book.saw(alarm(DerControlType.VOLT_WATT, false));

    book.booted(STATION);

    assertThat(view().controls()).containsExactly(DEFAULT);
    assertThat(view().alarm()).isEmpty();
  }

  private DerView view() {
    return book.of(STATION, NOON);
  }

  private static DerEvent accepted(HeldControl control) {
    return new DerEvent.ControlAccepted(STATION, NOON, control, List.of());
  }

  private static DerEvent reported(int requestId, boolean more, HeldControl... controls) {
    return new DerEvent.ControlsReported(STATION, NOON, requestId, List.of(controls), more);
  }

  private static DerEvent.Alarm alarm(DerControlType type, boolean ended) {
    return new DerEvent.Alarm(STATION, NOON, type, Optional.of(GridFault.OVER_VOLTAGE), ended, "");
  }
}
