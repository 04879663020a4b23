package energy.setpoint.app.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * The web around an engine that runs already: it needs a bean of {@link
 * energy.setpoint.app.engine.EngineView} and the queries of {@code energy.setpoint.app.storage}.
 * {@link WebServer} brings them together.
 */
@SpringBootConfiguration
// The engine opens and migrates its database itself, before anything is served.
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      DataSourceInitializationAutoConfiguration.class,
      FlywayAutoConfiguration.class
    })
@ComponentScan
@OpenAPIDefinition(
    info =
        @Info(
            title = "Setpoint",
            version = "v1",
            description =
                """
                Smart charging and energy management. Power is positive from the grid towards the \
                device: discharge and generation are negative. Units stand in the names. Values \
                that are unknown are left out. Errors are problem details (RFC 9457).\
                """,
            license = @License(name = "Apache-2.0")))
public class WebApplication {}
