package energy.setpoint.ocpp.v21.wire.tariff;

import energy.setpoint.ocpp.payload.Range;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.util.Optional;

/** Sets the tariff of drivers without one; EVSE 0 stands for each (I07.FR.12). */
public record SetDefaultTariff(@Range(min = 0) int evseId, TariffType tariff) {

  /** The answer. */
  public record Response(TariffSetStatus status, Optional<StatusInfoType> statusInfo) {}

  /** In {@link Response}. */
  public enum TariffSetStatus {
    Accepted,
    Rejected,
    TooManyElements,
    ConditionNotSupported,
    DuplicateTariffId
  }
}
