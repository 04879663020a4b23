package energy.setpoint.app.system.chaos;

import energy.setpoint.app.system.chaos.Striker.Struck;
import energy.setpoint.app.system.chaos.witness.FuseWitness;
import energy.setpoint.app.system.chaos.witness.MemoryLog;
import energy.setpoint.app.system.chaos.witness.SessionAudit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run showed. Times are since the beginning of the simulated world.
 *
 * @param begin when things began to break
 * @param failures strikes that could not be carried out
 * @param recovery from the last mending until all was well; empty when it took too long
 * @param lives processes of the engine
 * @param ownDeaths how often it ended without being killed
 */
record ChaosOutcome(
    ChaosSettings settings,
    Duration begin,
    List<Struck> struck,
    List<String> failures,
    FuseWitness fuses,
    MemoryLog memory,
    Operator operator,
    SessionAudit sessions,
    Optional<Duration> recovery,
    int lives,
    int ownDeaths) {

  /** The same in the site's time. */
  Optional<Duration> siteRecovery() {
    return recovery.map(
        it -> Duration.ofSeconds(Math.round(it.toMillis() / 1e3 * settings.speed())));
  }
}
