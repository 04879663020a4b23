package energy.setpoint.ocpp.v21.tariff;

import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.tariff.ChangeTransactionTariff;
import energy.setpoint.ocpp.v21.wire.tariff.ClearTariffs;
import energy.setpoint.ocpp.v21.wire.tariff.GetTariffs;
import energy.setpoint.ocpp.v21.wire.tariff.SetDefaultTariff;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is wanted of tariffs as calls (use cases I07 to I11). */
public final class TariffCalls {

  /** The EVSE that stands for all of a station (I07.FR.12, I09.FR.01). */
  private static final int ALL_EVSES = 0;

  private TariffCalls() {}

  public static Encoding encode(TariffIntent intent) {
    return switch (intent) {
      case TariffIntent.SetDefault(_, var evse, var tariff) ->
          call(
              "SetDefaultTariff",
              new SetDefaultTariff(evse.orElse(ALL_EVSES), TariffForm.write(tariff)));
      case TariffIntent.ChangeTransaction(_, var transactionId, var tariff) ->
          call(
              "ChangeTransactionTariff",
              new ChangeTransactionTariff(TariffForm.write(tariff), transactionId));
      case TariffIntent.Clear(_, var evse, var ids) ->
          call(
              "ClearTariffs",
              new ClearTariffs(Optional.of(ids).filter(it -> !it.isEmpty()), boxed(evse)));
      case TariffIntent.AskForTariffs _ -> call("GetTariffs", new GetTariffs(ALL_EVSES));
    };
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  private static Encoding call(String action, Record message) {
    return new Encoding.Exact(List.of(new OutboundCall(action, Payloads.write(message))));
  }
}
