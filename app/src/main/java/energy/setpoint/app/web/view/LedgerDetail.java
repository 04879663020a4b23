package energy.setpoint.app.web.view;

import energy.setpoint.core.control.LedgerView;
import energy.setpoint.core.reconcile.AnswerCounts;
import energy.setpoint.core.reconcile.DeviceLedger.Lease;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.HeldLimit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was wanted of an EVSE, and what it really does as far as is known. */
@Schema(
    description =
        "What was wanted of an EVSE, and what it really does as far as is known. Currents are per"
            + " phase; negative ones feed back.")
public record LedgerDetail(
    @Schema(description = "Counted from 1 within the station.") int evse,
    @Schema(description = "What the guard decided.") double wantedA,
    @Schema(description = "What the station confirmed; absent when nothing is in force.")
        Optional<LeaseDetail> confirmed,
    @Schema(description = "Sent and neither confirmed nor refused, the latest last.")
        List<LeaseDetail> pending,
    @Schema(description = "What the station said last that it holds, in this transaction.")
        Optional<ReportDetail> reported,
    @Schema(description = "Its hardware maximum until it confirmed its fallback.") double fallbackA,
    @Schema(description = "What it is budgeted at: it may be drawing that.") double mayDrawA,
    @Schema(description = "What it may be feeding back, as a magnitude.") double mayFeedA,
    @Schema(description = "Absent while it does what it is told.")
        Optional<DisobedienceDetail> disobedience,
    CountDetail counts,
    @Schema(description = "When it is told again after a failure; absent when that may be now.")
        Optional<Instant> nextTry) {

  /** A limit that ends by itself. */
  @Schema(description = "A limit that ends by itself.")
  public record LeaseDetail(double limitA, Instant until) {

    static LeaseDetail of(Lease lease) {
      return new LeaseDetail(lease.allowance().signed().amps(), lease.until());
    }
  }

  /** What the station reported. */
  @Schema(description = "What the station reported, beside what it had confirmed.")
  public record ReportDetail(
      Instant at, double drawA, double feedA, double expectedA, HeldLimit.Verdict verdict) {

    static ReportDetail of(HeldLimit held) {
      return new ReportDetail(
          held.at(),
          held.draw().amps(),
          held.feed().amps(),
          held.expected().signed().amps(),
          held.verdict());
    }
  }

  /** In which way it does not obey. */
  @Schema(description = "In which way it does not obey, and since when.")
  public record DisobedienceDetail(
      Disobedience.Kind kind,
      @Schema(description = "As given last, for people.") String reason,
      Instant since,
      @Schema(description = "In a row.") int times) {

    static DisobedienceDetail of(Disobedience disobedience) {
      return new DisobedienceDetail(
          disobedience.kind(), disobedience.reason(), disobedience.since(), disobedience.times());
    }
  }

  /** What became of what was sent. */
  @Schema(description = "What became of what was sent and asked, since the engine first knew it.")
  public record CountDetail(
      long accepted, long refused, long unanswered, long contradicted, long senseless) {

    static CountDetail of(AnswerCounts counts) {
      return new CountDetail(
          counts.accepted(),
          counts.refused(),
          counts.unanswered(),
          counts.contradicted(),
          counts.senseless());
    }
  }

  public static LedgerDetail of(LedgerView view) {
    return new LedgerDetail(
        view.ref().number(),
        view.wanted().amps(),
        view.confirmed().map(LeaseDetail::of),
        view.pending().stream().map(LeaseDetail::of).toList(),
        view.reported().map(ReportDetail::of),
        view.fallback().amps(),
        view.mayDraw().amps(),
        view.mayFeed().amps(),
        view.disobedience().map(DisobedienceDetail::of),
        CountDetail.of(view.counts()),
        view.nextTry());
  }
}
