package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.CarbonRequest;
import energy.setpoint.app.plan.request.PeakPriceRequest;
import energy.setpoint.app.plan.request.PlanRequest;
import energy.setpoint.core.plan.money.Carbon;
import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what energy and peaks cost. */
record MoneyReader(PlanRequest request, TimeGrid grid, Findings findings) {

  private static final double MOST_PRICE = 1000;
  private static final double MOST_GRAMS = 10_000;

  /**
   * @param replacements prices of events, a later one on top of an earlier one
   */
  Money read(List<PriceReplacement> replacements) {
    List<Double> nothing = List.of(0.0);
    List<EnergyPrice> imports = prices("importPricePerKwh", request.importPricePerKwh());
    List<EnergyPrice> exports =
        prices(
            "exportPricePerKwh",
            request.exportPricePerKwh().isEmpty() ? nothing : request.exportPricePerKwh());
    for (PriceReplacement replacement : replacements) {
      imports = replacement.onImport(imports, grid);
      exports = replacement.onExport(exports, grid);
    }
    return new Money(
        rates(imports, "import", request.importFeePerKwh(), request.importTaxPercent()),
        rates(exports, "export", request.exportFeePerKwh(), request.exportTaxPercent()),
        peaks(),
        request.carbon().map(this::carbon));
  }

  private List<EnergyPrice> prices(String key, List<Double> values) {
    return new Part(findings)
        .series(key, values, grid.size(), -MOST_PRICE, MOST_PRICE).stream()
            .map(EnergyPrice::new)
            .toList();
  }

  private EnergyRates rates(
      List<EnergyPrice> prices, String direction, Optional<Double> fee, Optional<Double> tax) {
    Part part = new Part(findings);
    double perKwh = part.optional(direction + "FeePerKwh", fee, -MOST_PRICE, MOST_PRICE, 0);
    double percent = part.optional(direction + "TaxPercent", tax, 0, 99, 0);
    return new EnergyRates(prices, new EnergyPrice(perKwh), percent / 100);
  }

  private List<PeakPrice> peaks() {
    if (request.peakPrice().isPresent() && !request.peakPrices().isEmpty()) {
      findings.at("peakPrice").add("Expected either this or peakPrices, not both.");
    }
    List<PeakPrice> peaks = new ArrayList<>();
    request
        .peakPrice()
        .flatMap(peak -> new PeakPriceReader(peak, findings.at("peakPrice")).read("peak"))
        .ifPresent(peaks::add);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < request.peakPrices().size(); i++) {
      PeakPriceRequest peak = request.peakPrices().get(i);
      Findings here = findings.at("peakPrices").at(i);
      new PeakPriceReader(peak, here)
          .read(i == 0 ? "peak" : "peak-" + (i + 1))
          .ifPresent(price -> {
            if (!names.add(price.name())) {
              here.at("name").add("There is another peak price \"" + price.name() + "\".");
            }
            peaks.add(price);
          });
    }
    return peaks;
  }

  private Carbon carbon(CarbonRequest carbon) {
    Part part = new Part(findings.at("carbon"));
    return new Carbon(
        part.series("gramsPerKwh", carbon.gramsPerKwh(), grid.size(), 0, MOST_GRAMS),
        part.optional("pricePerKg", carbon.pricePerKg(), 0, MOST_PRICE, 0));
  }
}
