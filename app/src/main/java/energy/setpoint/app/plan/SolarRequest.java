package energy.setpoint.app.plan;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** Expected production of inverters on a circuit. */
@Schema(description = "Expected solar production on a circuit, evenly on three phases.")
public record SolarRequest(
    @Schema(description = "The circuit at the grid connection by default.")
        Optional<String> circuit,
    @Schema(
            description = "Power in W, per step; at most 0, because generation is negative.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "[-4000]")
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Double> powerW) {

  public SolarRequest {
    powerW = Lists.present(powerW);
  }
}
