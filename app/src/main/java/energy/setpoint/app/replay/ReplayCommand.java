package energy.setpoint.app.replay;

import energy.setpoint.app.cli.DayText;
import energy.setpoint.app.cli.EngineLog;
import energy.setpoint.app.cli.OutputFile;
import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.config.tariff.TariffFile;
import energy.setpoint.app.input.RecordedSession;
import energy.setpoint.app.input.SessionFile;
import energy.setpoint.core.tariff.Tariff;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code setpoint replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Replays recorded sessions through planner, guard and simulated stations in virtual time,",
      "and compares energy, cost and peak with the same vehicles charging without control."
    })
public final class ReplayCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sessions",
      required = true,
      paramLabel = "FILE",
      description = "Recorded sessions as CSV.")
  private @Nullable Path sessions;

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "Site as YAML.")
  private @Nullable Path site;

  @Option(
      names = "--tariff",
      paramLabel = "FILE",
      description = "Tariff as YAML or JSON; instead of the one that the site file names.")
  private @Nullable Path tariff;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DayText.class,
      description = "First day in the site's zone, such as 2019-03-04; default: the first.")
  private @Nullable LocalDate from;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "7",
      description = "How many days of arrivals; default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = {
        "Where the load curves are drawn: a page of HTML, replay.html by default; with --compare",
        "an SVG, replay.svg by default."
      })
  private @Nullable Path picture;

  @Option(
      names = "--visits",
      paramLabel = "FILE",
      description = "Also write what each vehicle wanted and got, as CSV.")
  private @Nullable Path visits;

  @Option(
      names = "--compare",
      description = {
        "Runs the sessions with Setpoint, with and without forecasts, and with six rules of thumb,",
        "and compares all of them with the plan of who knew everything beforehand."
      })
  private boolean compare;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "With --compare: only these, such as setpoint,least-laxity.")
  private List<String> only = List.of();

  @Option(
      names = "--drivers",
      paramLabel = "FILE",
      description = {
        "Another recording that tells what drivers had asked for. The sessions are told as wrongly",
        "as in its second half; from its first, the engine knows how far to believe drivers.",
        "Without it, drivers say what the recording says they said, or else the truth."
      })
  private @Nullable Path drivers;

  @Option(
      names = "--errors",
      paramLabel = "PERCENT",
      description = {
        "Drivers misjudge their stay, and ask for more than they take, by a log-normal factor",
        "of this spread; such as 25."
      })
  private double errors;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "For what drivers say wrongly; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--curves",
      paramLabel = "FILE",
      description = "With --compare: also write all load curves as CSV.")
  private @Nullable Path curves;

  @Override
  public Integer call() throws IOException {
    EngineLog.onlyWarnings();
    requireWritableFiles();
    CommandSpec here = Objects.requireNonNull(spec);
    PrintWriter out = here.commandLine().getOut();
    SiteFile siteFile = SiteFile.read(Objects.requireNonNull(site));
    ZoneId zone = siteFile.site().zone();
    SessionFile recording = SessionFile.read(Objects.requireNonNull(sessions), zone);
    Tariff inForce = tariff(here, siteFile);
    List<RecordedSession> told = drivers == null ? List.of() : told(drivers, zone);
    List<RecordedSession> earlier = told.subList(0, told.size() / 2);
    List<RecordedSession> chosen = choose(here, recording, zone);
    if (errors > 0) {
      chosen = DriverErrors.spread(chosen, errors / 100, new Random(seed));
    }
    if (!told.isEmpty()) {
      chosen =
          DriverErrors.measuredOn(told.subList(told.size() / 2, told.size()))
              .applyTo(chosen, new Random(seed));
    }

    Replay replay = new Replay(siteFile, inForce, chosen, earlier);
    ReplayPlan plan = replay.plan();
    out.printf(
        "%d recorded sessions, replayed at %d EVSEs of %s%n",
        plan.visits().size(),
        plan.visits().stream().map(v -> v.evse()).distinct().count(),
        siteFile.site().name());
    tellLosses(out, recording, plan);
    if (chosen.stream().anyMatch(s -> s.requested().isPresent())) {
      out.printf("  %s%n", DriverErrors.describe(chosen));
    }
    if (compare) {
      return compare(here, replay, siteFile, inForce);
    }
    List<Replay.Score> both = replay.runBoth(new ProgressLine(out, zone)::show);
    ReplayReport report = replay.report(both);
    out.println();
    out.println(report.table());
    Files.writeString(picture(), new ReplayPicture(report).html());
    if (visits != null) {
      Files.writeString(visits, VisitTable.csv(plan, both));
    }
    out.printf("%nBoth load curves: %s%n", picture().toAbsolutePath().normalize());
    return 0;
  }

  /** Before anybody waits for a replay. */
  private void requireWritableFiles() {
    OutputFile.requireWritable("picture", picture(), compare ? ".svg" : ".html");
    OutputFile.requireWritable("table of visits", visits);
    OutputFile.requireWritable("table of curves", curves);
  }

  private Path picture() {
    return Objects.requireNonNullElse(picture, Path.of(compare ? "replay.svg" : "replay.html"));
  }

  private Integer compare(CommandSpec here, Replay replay, SiteFile siteFile, Tariff inForce)
      throws IOException {
    PrintWriter out = here.commandLine().getOut();
    try {
      Comparison comparison = new Comparison(replay, siteFile.site(), inForce);
      ProgressLine progress = new ProgressLine(out, siteFile.site().zone());
      ComparisonReport report =
          new ComparisonReport(
              siteFile.site().name(),
              siteFile.site().zone(),
              inForce,
              replay.lastMonth(),
              replay.plan(),
              comparison.run(contenders(here), progress::show));
      out.printf("%n%s%n", report.table());
      Files.writeString(picture(), new ComparisonPicture(report).svg());
      out.printf("%nCosts and load curves: %s%n", picture().toAbsolutePath().normalize());
      if (visits != null) {
        Files.writeString(visits, VisitTable.csv(replay.plan(), report.outcome().scores()));
      }
      if (curves != null) {
        Files.writeString(curves, report.curves());
      }
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private List<Contender> contenders(CommandSpec here) {
    List<String> known = Contender.all().stream().map(Contender::name).toList();
    if (!known.containsAll(only)) {
      throw new ParameterException(
          here.commandLine(),
          "Nobody to compare has one of the names "
              + String.join(", ", only)
              + "; the known ones are "
              + String.join(", ", known)
              + ".");
    }
    return Contender.all().stream().filter(c -> only.isEmpty() || only.contains(c.name())).toList();
  }

  private Tariff tariff(CommandSpec here, SiteFile siteFile) {
    if (tariff != null) {
      return TariffFile.read(tariff, siteFile.site().zone());
    }
    return siteFile
        .tariff()
        .orElseThrow(() ->
            new ParameterException(
                here.commandLine(),
                siteFile.file() + " names no tariff; give one with --tariff FILE."));
  }

  private List<RecordedSession> choose(CommandSpec here, SessionFile recording, ZoneId zone) {
    LocalDate first =
        Optional.ofNullable(from)
            .orElse(LocalDate.ofInstant(recording.sessions().getFirst().arrival(), zone));
    Instant start = first.atStartOfDay(zone).toInstant();
    Instant end = first.plusDays(days).atStartOfDay(zone).toInstant();
    List<RecordedSession> chosen =
        recording.sessions().stream()
            .filter(s -> !s.arrival().isBefore(start) && s.arrival().isBefore(end))
            .toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(
          here.commandLine(),
          "No session arrives in the "
              + days
              + " days from "
              + first
              + "; the recording runs from "
              + recording.sessions().getFirst().arrival()
              + " to "
              + recording.sessions().getLast().arrival()
              + ".");
    }
    return chosen;
  }

  /** Sessions whose drivers are known to have said something, in the order of their arrival. */
  private static List<RecordedSession> told(Path drivers, ZoneId zone) {
    return SessionFile.read(drivers, zone).sessions().stream()
        .filter(s -> s.requested().isPresent() && s.requestedDeparture().isPresent())
        .toList();
  }

  private static void tellLosses(PrintWriter out, SessionFile recording, ReplayPlan plan) {
    if (!recording.rejected().isEmpty()) {
      out.printf(
          "  %d lines of the recording are unusable; the first: %s%n",
          recording.rejected().size(), recording.rejected().getFirst());
    }
    if (plan.elsewhere() > 0) {
      out.printf("  %d sessions use another EVSE than the recorded one%n", plan.elsewhere());
    }
    if (plan.turnedAway() > 0) {
      out.printf("  %d sessions find no free EVSE and are left out%n", plan.turnedAway());
    }
  }
}
