package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Prometheus reads. */
class MetricsIT {

  private static RunningDepot depot;

  @BeforeAll
  static void start() {
    depot = new RunningDepot(DepotEngine.at(DepotEngine.EVENING));
  }

  @AfterAll
  static void stop() {
    depot.close();
  }

  @Test
  void showsTheSiteAndTheLoop() {
    String metrics = depot.get("/actuator/prometheus").body();

    assertThat(metrics.lines())
        .contains(
            "setpoint_grid_import_limit_watts 60000.0",
            "setpoint_device_stale{device=\"roof\",kind=\"inverter\"} 1.0",
            "setpoint_device_stale{device=\"battery\",kind=\"battery\"} 0.0",
            "setpoint_device_power_watts{device=\"roof\",kind=\"inverter\"} NaN",
            "setpoint_station_connected{station=\"depot-16-a\"} 1.0",
            "setpoint_station_connected{station=\"depot-21-b\"} 0.0",
            "setpoint_evse_disobeying{evse=\"1\",station=\"depot-21-b\"} 1.0",
            "setpoint_evse_disobeying{evse=\"1\",station=\"depot-16-a\"} 0.0",
            "setpoint_schedule_reports_total{outcome=\"holds-more\"} 0.0",
            "setpoint_circuit_fuse_amperes{circuit=\"north\",phase=\"L1\"} 50.0",
            "setpoint_plan_age_seconds 5040.0",
            "setpoint_plans_total{status=\"failed\"} 0.0",
            "setpoint_intents_total{outcome=\"accepted\"} 0.0",
            "setpoint_sessions_open 4.0",
            "setpoint_import_price 0.33");
    assertThat(metrics).contains("setpoint_evse_power_watts{evse=\"1\",station=\"depot-201-a\"} ");
  }

  @Test
  void showsTheFiguresOfTheAdapters() {
    depot.engine.framesReceived = 42;

    String metrics = depot.get("/actuator/prometheus").body();

    assertThat(metrics.lines())
        .contains(
            "setpoint_ocpp_frames_received_total{version=\"ocpp2.1\"} 42.0",
            "setpoint_loop_backlog_tasks 3.0");
  }

  @Test
  void countPlansForOthersByMethod() {
    depot.post("/api/v1/plans", "application/json", DepotEngine.sampleText());
    depot.post("/api/v1/plans", "application/json", "{}");

    String metrics = depot.get("/actuator/prometheus").body();

    assertThat(metrics.lines())
        .contains(
            "setpoint_api_plan_seconds_count{method=\"deadline-first heuristic\",status=\"heuristic\"} 1",
            "setpoint_api_plan_refused_total{reason=\"unusable\"} 1.0",
            "setpoint_api_plan_refused_total{reason=\"busy\"} 0.0",
            "setpoint_plan_gap_ratio NaN");
  }

  @Test
  void areAllExplainedInTheDocumentation() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("setpoint.home", ".."), "docs/how-to/metrics.md"));
    var unexplained = new TreeSet<String>();

    var name = Pattern.compile("(?m)^# TYPE (setpoint_\\w+) ");
    name.matcher(depot.get("/actuator/prometheus").body())
        .results()
        .map(match -> match.group(1))
        .filter(metric -> !page.contains("`" + metric + "`"))
        .filter(metric -> !metric.equals("setpoint_loop_backlog_tasks"))
        .filter(metric -> !metric.startsWith("setpoint_ocpp_"))
        .forEach(unexplained::add);

    assertThat(unexplained).isEmpty();
  }
}
