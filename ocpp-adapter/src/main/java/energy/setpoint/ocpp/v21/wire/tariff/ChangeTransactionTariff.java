package energy.setpoint.ocpp.v21.wire.tariff;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.util.Optional;

/** Changes the tariff of a running transaction. */
public record ChangeTransactionTariff(TariffType tariff, @Length(36) String transactionId) {

  /** The answer. */
  public record Response(TariffChangeStatus status, Optional<StatusInfoType> statusInfo) {}

  /** In {@link Response}. */
  public enum TariffChangeStatus {
    Accepted,
    Rejected,
    TooManyElements,
    ConditionNotSupported,
    TxNotFound,
    NoCurrencyChange
  }
}
