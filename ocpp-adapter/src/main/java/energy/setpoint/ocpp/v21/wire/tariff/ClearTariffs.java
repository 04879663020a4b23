package energy.setpoint.ocpp.v21.wire.tariff;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.util.List;
import java.util.Optional;

/** Clears tariffs; what is left out means all. */
public record ClearTariffs(
    @Length(60) @Items(min = 1) Optional<List<String>> tariffIds,
    @Range(min = 0) Optional<Integer> evseId) {

  /** The answer, for each tariff. */
  public record Response(@Items(min = 1) List<ClearTariffsResultType> clearTariffsResult) {}

  /** Part of {@link Response}. */
  public record ClearTariffsResultType(
      Optional<StatusInfoType> statusInfo,
      @Length(60) Optional<String> tariffId,
      TariffClearStatus status) {}

  /** In {@link ClearTariffsResultType}. */
  public enum TariffClearStatus {
    Accepted,
    Rejected,
    NoTariff
  }
}
