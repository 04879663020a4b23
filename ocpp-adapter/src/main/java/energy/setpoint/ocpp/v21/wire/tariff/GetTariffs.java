package energy.setpoint.ocpp.v21.wire.tariff;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks which tariffs there are; EVSE 0 stands for all (I09.FR.01). */
public record GetTariffs(@Range(min = 0) int evseId) {

  /** The answer. */
  public record Response(
      TariffGetStatus status,
      Optional<StatusInfoType> statusInfo,
      @Items(min = 1) Optional<List<TariffAssignmentType>> tariffAssignments) {}

  /** In {@link Response}. */
  public enum TariffGetStatus {
    Accepted,
    Rejected,
    NoTariff
  }

  /** Part of {@link Response}. */
  public record TariffAssignmentType(
      @Length(60) String tariffId,
      TariffKind tariffKind,
      Optional<Instant> validFrom,
      @Range(min = 0) @Items(min = 1) Optional<List<Integer>> evseIds,
      @Length(255) @Items(min = 1) Optional<List<String>> idTokens) {}

  /** In {@link TariffAssignmentType}. */
  public enum TariffKind {
    DefaultTariff,
    DriverTariff
  }
}
