package energy.setpoint.app.demo;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.world.FuseAuditor;
import energy.setpoint.simulation.world.World;
import energy.setpoint.simulation.world.WorldSnapshot;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Tells a person at the terminal what really flows, measured by the world and not by the engine.
 */
final class AuditReport {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final World world;
  private final Site site;
  private final Timeline timeline;
  private OptionalLong secondsBefore = OptionalLong.empty();

  AuditReport(World world, Site site, Timeline timeline) {
    this.world = world;
    this.site = site;
    this.timeline = timeline;
  }

  /** The engine is ready from now on. */
  void noteThatEngineIsReady() {
    secondsBefore = OptionalLong.of(world.auditor().steps());
  }

  /** Whether there was an engine to look at. */
  boolean isOfReadyEngine() {
    return secondsBefore.isPresent();
  }

  /** One line about this moment. */
  String line() {
    WorldSnapshot now = world.snapshot();
    Power grid = now.flows().into(site.circuits().root().id()).at(site.voltage());
    Power solar = sum(now.flows().inverters().values().stream().toList());
    Power battery = sum(now.flows().batteries().values().stream().toList());
    List<EvseSnapshot> charging =
        now.stations().stream()
            .flatMap(station -> station.evses().stream())
            .filter(evse -> Math.abs(evse.power().watts()) > 100)
            .toList();
    Power vehicles = sum(charging.stream().map(EvseSnapshot::power).toList());
    return String.format(
        Locale.ROOT,
        "%s  grid %5.1f kW  building %5.1f  solar %5.1f  battery %5.1f  vehicles %5.1f (%d)  %s",
        TIME.format(timeline.instant().atZone(site.zone())),
        grid.kilowatts(),
        now.flows().building().kilowatts(),
        solar.kilowatts(),
        battery.kilowatts(),
        vehicles.kilowatts(),
        charging.size(),
        tightest());
  }

  private static Power sum(List<Power> powers) {
    return powers.stream().reduce(Power.ZERO, Power::plus);
  }

  private String tightest() {
    FuseAuditor.Finding tightest =
        world.auditor().findings().stream()
            .max(Comparator.comparingDouble(AuditReport::share))
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "tightest fuse so far %s %s %.0f %%",
        tightest.circuit(),
        tightest.phase(),
        100 * share(tightest));
  }

  private static double share(FuseAuditor.Finding finding) {
    return (double) finding.highest().milliamps() / finding.fuse().milliamps();
  }

  /**
   * The audit of every second and every fuse since the start.
   *
   * @return true when no fuse was exceeded in any second
   */
  boolean print(PrintWriter out) {
    long seconds = world.auditor().steps();
    out.printf(
        Locale.ROOT,
        "%nWhat flowed through every fuse, in %,d seconds of the site's time, %s:%n",
        seconds,
        secondsBefore.isPresent()
            ? String.format(
                Locale.ROOT,
                "%,d of them after the engine was ready",
                seconds - secondsBefore.getAsLong())
            : "before the engine was ready");
    out.printf(
        "  %-10s %-6s %8s %10s %14s%n", "circuit", "phase", "fuse", "highest", "seconds above");
    for (FuseAuditor.Finding finding : world.auditor().findings()) {
      out.printf(
          Locale.ROOT,
          "  %-10s %-6s %6.1f A %8.1f A %14d%n",
          finding.circuit(),
          finding.phase(),
          amps(finding.fuse()),
          amps(finding.highest()),
          finding.above().toSeconds());
    }
    boolean clean = world.auditor().violations().isEmpty();
    out.println(clean ? "No fuse was exceeded." : "A FUSE WAS EXCEEDED.");
    if (!isOfReadyEngine()) {
      out.println("The engine never was ready: nothing was planned or controlled.");
    }
    out.flush();
    return clean;
  }

  private static double amps(Current current) {
    return current.amps();
  }
}
