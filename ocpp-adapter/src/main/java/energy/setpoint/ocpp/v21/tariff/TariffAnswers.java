package energy.setpoint.ocpp.v21.tariff;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.tariff.driver.TariffAssignment;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import energy.setpoint.ocpp.v21.wire.tariff.ChangeTransactionTariff;
import energy.setpoint.ocpp.v21.wire.tariff.ChangeTransactionTariff.TariffChangeStatus;
import energy.setpoint.ocpp.v21.wire.tariff.ClearTariffs;
import energy.setpoint.ocpp.v21.wire.tariff.ClearTariffs.TariffClearStatus;
import energy.setpoint.ocpp.v21.wire.tariff.GetTariffs;
import energy.setpoint.ocpp.v21.wire.tariff.GetTariffs.TariffAssignmentType;
import energy.setpoint.ocpp.v21.wire.tariff.GetTariffs.TariffGetStatus;
import energy.setpoint.ocpp.v21.wire.tariff.SetDefaultTariff;
import energy.setpoint.ocpp.v21.wire.tariff.SetDefaultTariff.TariffSetStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a station's answers about tariffs mean. */
public final class TariffAnswers {

  private TariffAnswers() {}

  public static Optional<String> refusal(SetDefaultTariff.Response response) {
    return response.status() == TariffSetStatus.Accepted
        ? Optional.empty()
        : Optional.of(StatusInfoType.words(response.status().name(), response.statusInfo()));
  }

  public static Optional<String> refusal(ChangeTransactionTariff.Response response) {
    return response.status() == TariffChangeStatus.Accepted
        ? Optional.empty()
        : Optional.of(StatusInfoType.words(response.status().name(), response.statusInfo()));
  }

  /** Names each tariff that stays; one that is not there is as good as a cleared one. */
  public static Optional<String> refusal(ClearTariffs.Response response) {
    String kept =
        response.clearTariffsResult().stream()
            .filter(result -> result.status() == TariffClearStatus.Rejected)
            .map(result ->
                result.tariffId().map(id -> id + " ").orElse("")
                    + StatusInfoType.words(result.status().name(), result.statusInfo()))
            .collect(Collectors.joining("; "));
    return Optional.of(kept).filter(words -> !words.isEmpty());
  }

  /** That there is none is an answer, too (I09.FR.03). */
  public static Optional<String> refusal(GetTariffs.Response response) {
    return response.status() == TariffGetStatus.Rejected
        ? Optional.of(StatusInfoType.words(response.status().name(), response.statusInfo()))
        : Optional.empty();
  }

  public static List<StationEvent> told(GetTariffs.Response response, StationContext context) {
    return List.of(
        new TariffsReported(
            context.station(),
            context.now(),
            response.tariffAssignments().orElse(List.of()).stream()
                .map(TariffAnswers::assignment)
                .toList()));
  }

  private static TariffAssignment assignment(TariffAssignmentType wire) {
    return new TariffAssignment(
        wire.tariffId(),
        switch (wire.tariffKind()) {
          case DefaultTariff -> TariffAssignment.Kind.DEFAULT;
          case DriverTariff -> TariffAssignment.Kind.DRIVER;
        },
        wire.validFrom(),
        wire.evseIds().orElse(List.of()),
        wire.idTokens().orElse(List.of()));
  }
}
