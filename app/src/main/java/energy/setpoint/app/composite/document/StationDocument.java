package energy.setpoint.app.composite.document;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** The grid connection of a station. */
@Schema(
    description =
        """
        The grid connection of a station. Its limit holds for discharge, too, unless it says \
        otherwise.\
        """)
public record StationDocument(
    @Schema(description = "Number of phases.", defaultValue = "3", minimum = "1", maximum = "3")
        Optional<Integer> phases,
    @Schema(description = "The most that it can take, in A per phase.", minimum = "0")
        Optional<Double> limitA,
    @Schema(description = "Instead: the most that it can take, in W.", minimum = "0")
        Optional<Double> limitW,
    @Schema(description = "The most that it can feed back, in A per phase.", maximum = "0")
        Optional<Double> dischargeLimitA,
    @Schema(description = "Instead: the most that it can feed back, in W.", maximum = "0")
        Optional<Double> dischargeLimitW) {}
