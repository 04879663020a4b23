package energy.setpoint.app.web.grid;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** A tariff and for whom it is. */
@Schema(
    name = "TariffOrder",
    description =
        """
        A tariff for whoever has none of his own, at one EVSE or at all of them; or, with \
        `transaction`, from now on for a running transaction.\
        """)
record TariffOrder(
    @Schema(description = "The number of the EVSE; all of them when left out.")
        Optional<Integer> evse,
    @Schema(description = "The id of a running transaction.") Optional<String> transaction,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<TariffDocument> tariff) {}
