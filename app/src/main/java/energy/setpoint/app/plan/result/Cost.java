package energy.setpoint.app.plan.result;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.core.plan.money.CostItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** What the plan costs. */
@Schema(description = "Over all steps, in the currency of the prices.")
public record Cost(
    @Schema(description = "Paid for energy from the grid, with fees and tax.")
        Optional<Double> energyImport,
    @Schema(
            description =
                "Earned for energy into the grid after fees and tax, positive when earned.")
        Optional<Double> energyExport,
    @Schema(description = "What the plan adds to demand charges and contract penalties.")
        Optional<Double> peak,
    @Schema(description = "All items together; what stays in batteries is taken off at its value.")
        Optional<Double> total,
    @Schema(description = "The bill, term by term; what is not there is 0.") List<Item> items,
    @Schema(description = "Carbon dioxide that came with the energy from the grid, in kg.")
        Optional<Double> carbonKg) {

  public Cost {
    items = Lists.present(items);
  }

  /** One line of the bill. */
  @Schema(name = "CostItem", description = "One line of the bill.")
  public record Item(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<CostItem.Kind> kind,
      @Schema(description = "Of the peak price or the event; the kind in words elsewhere.")
          Optional<String> name,
      @Schema(description = "Negative when earned.", requiredMode = Schema.RequiredMode.REQUIRED)
          Optional<Double> amount) {}
}
