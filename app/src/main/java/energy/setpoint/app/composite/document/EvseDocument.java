package energy.setpoint.app.composite.document;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** An EVSE. */
@Schema(
    description =
        """
        An EVSE, in 1.6 a connector. It needs `limitA` or `limitW`, what holds when there is no \
        profile. Without a limit of discharge it cannot feed back.\
        """)
public record EvseDocument(
    @Schema(
            description = "Its number, from 1 on.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "1",
            maximum = "10000")
        Optional<Integer> id,
    @Schema(description = "AC by default.") Optional<CurrentName> current,
    @Schema(
            description = "Number of phases on AC.",
            defaultValue = "3",
            minimum = "1",
            maximum = "3")
        Optional<Integer> phases,
    @Schema(
            description = "On DC, and needed there: the voltage by which amperes become watts.",
            minimum = "1",
            maximum = "2000")
        Optional<Double> voltage,
    @Schema(description = "The most that it can deliver, in A per phase.", minimum = "0")
        Optional<Double> limitA,
    @Schema(description = "Instead: the most that it can deliver, in W.", minimum = "0")
        Optional<Double> limitW,
    @Schema(description = "The most that it can feed back, in A per phase.", maximum = "0")
        Optional<Double> dischargeLimitA,
    @Schema(description = "Instead: the most that it can feed back, in W.", maximum = "0")
        Optional<Double> dischargeLimitW) {

  /** The kinds of current. */
  public enum CurrentName {
    AC,
    DC
  }
}
