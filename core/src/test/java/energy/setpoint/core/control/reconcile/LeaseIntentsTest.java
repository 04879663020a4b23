package energy.setpoint.core.control.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.book.OrderBook;
import energy.setpoint.core.control.book.PhaseBook;
import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.NeedSource;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LeaseIntentsTest {

  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");
  private static final EvseRef REF = EvseRef.of("dc", 1);
  private static final IntentOutcome ACCEPTED = new IntentOutcome.Accepted(List.of(), List.of());

  private final Stations stations = new Stations();
  private final LeaseIntents intents =
      new LeaseIntents(Voltage.ofVolts(230), stations, new OrderBook(), new PhaseBook());
  private final DeviceLedger ledger = new DeviceLedger(Current.ofAmps(32), () -> 0);

  @Test
  void holdsAVehicleThatMayNotDischargeToACeiling() {
    var intent = intents.of(evse(), session("tx-1", Power.ZERO), ledger, lease(16), NOW);

    assertThat(intent).isInstanceOf(CapPower.class);
  }

  @Test
  void installsASetpointOnceAndThenMovesIt() {
    var first = tell("tx-1", -10, ACCEPTED);

    var second = tell("tx-1", -12, ACCEPTED);
    var third = tell("tx-1", 4, ACCEPTED);

    assertThat(first)
        .isInstanceOfSatisfying(
            FollowSetpoint.class, it -> assertThat(it.pace()).isEqualTo(Pace.FAST));
    assertThat(second).isInstanceOf(AdjustSetpoint.class);
    assertThat(third)
        .isInstanceOfSatisfying(
            AdjustSetpoint.class,
            it -> {
              assertThat(it.setpoint().power()).isEqualTo(Power.ofWatts(2760));
              assertThat(it.validity().end()).isEqualTo(lease(4).until());
            });
  }

  @Test
  void installsTheSetpointAnewAfterAMoveWasRefused() {
    tell("tx-1", -10, ACCEPTED);
    tell("tx-1", -12, new IntentOutcome.Refused(List.of(), "InvalidProfile"));

    var next = tell("tx-1", -12, ACCEPTED);

    assertThat(next).isInstanceOf(FollowSetpoint.class);
  }

  @Test
  void installsTheSetpointAnewAfterAMoveWasNotAnswered() {
    tell("tx-1", -10, ACCEPTED);
    tell("tx-1", -12, new IntentOutcome.Unanswered(List.of(), "timed out"));

    var next = tell("tx-1", -12, ACCEPTED);

    assertThat(next).isInstanceOf(FollowSetpoint.class);
  }

  @Test
  void installsTheSetpointAnewWhenTheStationCameBack() {
    tell("tx-1", -10, ACCEPTED);

    ledger.demandRenewal();

    assertThat(tell("tx-1", -12, ACCEPTED)).isInstanceOf(FollowSetpoint.class);
    assertThat(tell("tx-1", -14, ACCEPTED)).isInstanceOf(AdjustSetpoint.class);
  }

  @Test
  void installsTheSetpointAnewForTheNextVehicle() {
    tell("tx-1", -10, ACCEPTED);

    var next = tell("tx-2", -12, ACCEPTED);

    assertThat(next).isInstanceOf(FollowSetpoint.class);
  }

  @Test
  void movesNothingAfterTheLeaseHasEnded() {
    tell("tx-1", -10, ACCEPTED);

    var next =
        intents.of(
            evse(),
            session("tx-1", Power.ofKilowatts(10)),
            ledger,
            new DeviceLedger.Lease(Allowance.NOTHING, NOW.plus(Duration.ofHours(1))),
            NOW.plus(Duration.ofMinutes(5)));

    assertThat(next).isInstanceOf(FollowSetpoint.class);
  }

  @Test
  void movesNothingWhereSomethingWasLostOnTheWay() {
    tell("tx-1", -10, new IntentOutcome.Accepted(List.of(), List.of("no setpoints here")));

    var next = tell("tx-1", -12, ACCEPTED);

    assertThat(next).isInstanceOf(FollowSetpoint.class);
  }

  @Test
  void installsEachSetpointWhereTheStationCannotBeMoved() {
    stations.pace = Pace.STEADY;
    tell("tx-1", -10, ACCEPTED);

    var next = tell("tx-1", -12, ACCEPTED);

    assertThat(next)
        .isInstanceOfSatisfying(
            FollowSetpoint.class, it -> assertThat(it.pace()).isEqualTo(Pace.STEADY));
  }

  private EvseIntent tell(String transaction, double amps, IntentOutcome outcome) {
    DeviceLedger.Lease lease = lease(amps);
    EvseIntent intent =
        intents.of(evse(), session(transaction, Power.ofKilowatts(10)), ledger, lease, NOW);
    ledger.sending(lease);
    intents.answered(intent, outcome);
    switch (outcome) {
      case IntentOutcome.Accepted _ -> ledger.accepted(lease, NOW, Duration.ofSeconds(10));
      case IntentOutcome.Refused it -> ledger.refused(lease, it.reason(), NOW);
      case IntentOutcome.NotSent it -> ledger.refused(lease, it.reason(), NOW);
      case IntentOutcome.Unanswered it -> ledger.unanswered(it.reason(), NOW);
    }
    return intent;
  }

  private static DeviceLedger.Lease lease(double amps) {
    return new DeviceLedger.Lease(
        Allowance.ofSigned(Current.ofAmps(amps)), NOW.plus(Duration.ofMinutes(5)));
  }

  private static Evse evse() {
    return new Evse(
        REF, Supply.DC, List.of(Phase.values()), Current.ZERO, Current.ofAmps(32), true);
  }

  private static ChargingSession session(String transaction, Power maxDischarge) {
    ChargingNeed need =
        new ChargingNeed(
            NOW,
            Energy.ofKilowattHours(30),
            Energy.ofKilowattHours(60),
            Energy.ofKilowattHours(50),
            Energy.ofKilowattHours(50),
            Energy.ofKilowattHours(10),
            NOW.plus(Duration.ofHours(8)),
            Power.ofKilowatts(22),
            maxDischarge,
            3,
            NeedSource.VEHICLE_LIST);
    return new ChargingSession(
        SessionId.random(),
        REF,
        transaction,
        Optional.empty(),
        NOW,
        Optional.empty(),
        need,
        Optional.empty(),
        Energy.ZERO,
        Optional.empty());
  }

  /** Stations of which only the pace is asked. */
  private static final class Stations implements ChargerGateway {

    Pace pace = Pace.FAST;

    @Override
    public Pace pace(StationId station) {
      return pace;
    }

    @Override
    public CompletionStage<IntentOutcome> send(ChargingIntent intent) {
      throw new AssertionError("nobody shall send " + intent);
    }

    @Override
    public CompletionStage<ScheduleAnswer> askSchedule(ScheduleQuestion question) {
      throw new AssertionError("nobody shall ask " + question);
    }

    @Override
    public boolean isConnected(StationId station) {
      return true;
    }

    @Override
    public void resumeTransaction(EvseRef evse, String transactionId) {}
  }
}
