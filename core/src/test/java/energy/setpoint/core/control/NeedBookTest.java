package energy.setpoint.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.NeedSource;
import energy.setpoint.core.session.Vehicle;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NeedBookTest {

  private static final Instant EVENING = Instant.parse("2026-01-05T18:00:00Z");

  private final NeedBook book =
      new NeedBook(List.of(van()), GuestNeed.DEFAULTS, ZoneId.of("Europe/Amsterdam"));

  @Test
  void expectsAKnownVehicleToLeaveAtItsUsualTimeTomorrow() {
    var need = book.initial(Optional.of(new IdToken("van-01")), EVENING);

    assertThat(need.source()).isEqualTo(NeedSource.VEHICLE_LIST);
    assertThat(need.departure()).isEqualTo(Instant.parse("2026-01-06T05:30:00Z"));
    assertThat(need.target()).isEqualTo(Energy.ofKilowattHours(72));
    assertThat(need.stored()).isEqualTo(Energy.ofKilowattHours(16));
  }

  @Test
  void givesAGuestTheUsualEnergy() {
    var need = book.initial(Optional.of(new IdToken("nobody")), EVENING);

    assertThat(need.source()).isEqualTo(NeedSource.GUEST_DEFAULT);
    assertThat(need.target()).isEqualTo(GuestNeed.DEFAULTS.energy());
  }

  @Test
  void believesTheVehicleOverTheList() {
    var listed = book.initial(Optional.of(new IdToken("VAN-01")), EVENING);
    var said =
        said(Optional.empty(), Optional.of(StateOfCharge.ofPercent(50)), EVENING.plusSeconds(7200));

    var need = book.refine(listed, said, EVENING, Energy.ZERO);

    assertThat(need.stored()).isEqualTo(Energy.ofKilowattHours(40));
    assertThat(need.target()).isEqualTo(Energy.ofKilowattHours(72));
    assertThat(need.departure()).isEqualTo(EVENING.plusSeconds(7200));
    assertThat(need.source()).isEqualTo(NeedSource.VEHICLE);
  }

  @Test
  void takesARequestOfAGuestAsItsWholeNeed() {
    var guest = book.initial(Optional.empty(), EVENING);
    var said =
        said(Optional.of(Energy.ofKilowattHours(7)), Optional.empty(), EVENING.plusSeconds(3600));

    var need = book.refine(guest, said, EVENING, Energy.ZERO);

    assertThat(need.target()).isEqualTo(Energy.ofKilowattHours(7));
    assertThat(need.capacity()).isEqualTo(Energy.ofKilowattHours(7));
  }

  @Test
  void takesNoStateOfChargeAsPartOfANeedThatIsOnlyAnEnergy() {
    var guest = book.initial(Optional.empty(), EVENING);
    var said =
        said(Optional.of(Energy.ofKilowattHours(10)), Optional.empty(), EVENING.plusSeconds(3600));
    var need = book.refine(guest, said, EVENING, Energy.ZERO);

    var stored =
        NeedBook.storedNow(
            need, Optional.of(StateOfCharge.ofPercent(50)), Energy.ofKilowattHours(2), 1);

    assertThat(stored).isEqualTo(Energy.ofKilowattHours(2));
  }

  @Test
  void ignoresADepartureInThePast() {
    var guest = book.initial(Optional.empty(), EVENING);
    var said = said(Optional.empty(), Optional.empty(), EVENING.minusSeconds(60));

    var need = book.refine(guest, said, EVENING, Energy.ZERO);

    assertThat(need.departure()).isEqualTo(guest.departure());
  }

  /** OCPP 2.1 evMinEnergyRequest and evMaxEnergyRequest. */
  @Test
  void keepsToTheBoundsThatTheVehicleAllows() {
    var guest = book.initial(Optional.empty(), EVENING);
    var bounds =
        new ReportedNeed.Bounds(
            Optional.of(Energy.ofKilowattHours(5)),
            Optional.of(Energy.ofKilowattHours(15)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var said =
        said(Optional.of(Energy.ofKilowattHours(20)), Optional.empty(), EVENING.plusSeconds(3600))
            .with(bounds, ReportedNeed.Negotiation.UNSAID);

    var need = book.refine(guest, said, EVENING, Energy.ofKilowattHours(1));

    assertThat(need.target()).isEqualTo(Energy.ofKilowattHours(16));
    assertThat(need.minimumAtDeparture()).isEqualTo(Energy.ofKilowattHours(6));
  }

  private static ReportedNeed said(
      Optional<Energy> requested, Optional<StateOfCharge> soc, Instant departure) {
    return new ReportedNeed(
        requested,
        Optional.empty(),
        soc,
        Optional.empty(),
        Optional.empty(),
        Optional.of(departure),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static Vehicle van() {
    return new Vehicle(
        new IdToken("VAN-01"),
        Energy.ofKilowattHours(80),
        3,
        Power.ofKilowatts(11),
        Power.ZERO,
        StateOfCharge.ofPercent(90),
        StateOfCharge.ofPercent(20),
        LocalTime.of(6, 30));
  }
}
