package energy.setpoint.app.config.feed;

import java.net.URI;
import java.nio.file.Path;

/** Who publishes the prices of energy. */
public sealed interface PriceSource {

  /** A short name that tells one source and market from another, for logs and stored prices. */
  String name();

  /**
   * Energy-Charts of Fraunhofer ISE.
   *
   * @param zone a bidding zone such as {@code DE-LU}
   */
  record EnergyCharts(URI address, String zone) implements PriceSource {
    @Override
    public String name() {
      return "energy-charts " + zone;
    }
  }

  /** aWATTar, which has one address for Germany and one for Austria. */
  record Awattar(URI address, String zone) implements PriceSource {
    @Override
    public String name() {
      return "awattar " + zone;
    }
  }

  /**
   * The Transparency Platform of ENTSO-E.
   *
   * @param zone the energy identification code (EIC) of a bidding zone
   */
  record Entsoe(URI address, String zone, Token token) implements PriceSource {
    @Override
    public String name() {
      return "entsoe " + zone;
    }
  }

  /** A file with a time and a price in each line, which somebody else keeps up to date. */
  record CsvFile(Path file) implements PriceSource {
    @Override
    public String name() {
      return "csv " + file.getFileName();
    }
  }
}
