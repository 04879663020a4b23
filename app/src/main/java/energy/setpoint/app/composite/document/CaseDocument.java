package energy.setpoint.app.composite.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import energy.setpoint.app.plan.json.Lists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A question for a composite schedule with all that is needed to answer it. */
@Schema(
    description =
        """
        The profiles at a station, what is known of it, and a request for its composite schedule. \
        Profiles have the field names of their version of OCPP, so that messages can be pasted. \
        Charging is positive, discharging negative.\
        """)
public record CaseDocument(
    @JsonProperty("$schema") @Schema(description = "For editors that check documents; not read.")
        Optional<String> schema,
    @Schema(
            description = "The version of OCPP: 1.6, 2.0.1 or 2.1.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "2.1")
        Optional<String> version,
    @Schema(
            description = "Time zone of the clock at the station, for schedules in local time.",
            defaultValue = "UTC")
        Optional<String> zone,
    @Schema(
            description = "Nominal voltage between phase and neutral in V.",
            defaultValue = "230",
            minimum = "1",
            maximum = "1000")
        Optional<Double> voltage,
    @Schema(
            description =
                "The rate units that the station takes and gives: A, W or both, which is the"
                    + " default.")
        List<UnitName> units,
    @Schema(
            description =
                "Whose setpoint counts when there are two (2.1 Q06.FR.20); that of the external"
                    + " system by default.")
        Optional<PriorityName> setpointPriority,
    @Schema(description = "The station as a whole; three phases without a limit by default.")
        Optional<StationDocument> station,
    @Schema(
            description = "The EVSEs; in 1.6 the connectors.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        List<EvseDocument> evses,
    @Schema(description = "Transactions that run, and those that ended or will start.")
        List<TransactionDocument> transactions,
    @Schema(description = "When the station was without its CSMS.") List<OfflineDocument> offline,
    @Schema(
            description =
                "Payloads of SetChargingProfile in the order in which the station got them.")
        List<JsonNode> profiles,
    @Schema(description = "What the station announced by NotifyChargingLimit (2.0.1, 2.1).")
        List<ChargingLimitDocument> chargingLimits,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<RequestDocument> request) {

  /** The names of rate units. */
  public enum UnitName {
    A,
    W
  }

  /** The values of {@code SmartChargingCtrlr.SetpointPriority}. */
  public enum PriorityName {
    ExternalControl,
    CSMS
  }

  public CaseDocument {
    units = Lists.present(units);
    evses = Lists.present(evses);
    transactions = Lists.present(transactions);
    offline = Lists.present(offline);
    profiles = Lists.present(profiles);
    chargingLimits = Lists.present(chargingLimits);
  }
}
