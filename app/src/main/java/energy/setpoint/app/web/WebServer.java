package energy.setpoint.app.web;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.storage.query.IntentQueries;
import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.app.storage.query.PlanQueries;
import energy.setpoint.app.storage.query.SecurityEventQueries;
import energy.setpoint.app.storage.query.SessionQueries;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The running web server of an engine. */
public final class WebServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private WebServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * What the web shows.
   *
   * @param engine outlives the web server, which does not close it
   */
  public record Sources(
      EngineView engine,
      SessionQueries sessions,
      MeasurementQueries measurements,
      PlanQueries plans,
      IntentQueries intents,
      SecurityEventQueries securityEvents) {

    void registerWith(ConfigurableListableBeanFactory beans) {
      beans.registerSingleton("engineView", engine);
      beans.registerSingleton("sessionQueries", sessions);
      beans.registerSingleton("measurementQueries", measurements);
      beans.registerSingleton("planQueries", plans);
      beans.registerSingleton("intentQueries", intents);
      beans.registerSingleton("securityEventQueries", securityEvents);
    }
  }

  /**
   * Starts serving; returns when requests are answered.
   *
   * @param address of the network interface, such as {@code 127.0.0.1}
   * @param port 0 picks a free one
   * @throws org.springframework.boot.web.server.PortInUseException when the port is taken
   */
  public static WebServer start(Sources sources, String address, int port) {
    return new WebServer(
        new SpringApplicationBuilder(WebApplication.class)
            .properties(Map.of("server.address", address, "server.port", port))
            .registerShutdownHook(false)
            .initializers(context -> sources.registerWith(context.getBeanFactory()))
            .run());
  }

  /** The port that is really used. */
  public int port() {
    if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      return web.getWebServer().getPort();
    }
    throw new IllegalStateException("The web server does not run any more.");
  }

  /** Ends the event streams, answers what has been asked, and stops. */
  @Override
  public void close() {
    context.close();
  }
}
