package energy.setpoint.app.web.api;

import energy.setpoint.app.plan.PlanSchemas;
import energy.setpoint.app.web.problem.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The formats of planning problems and plans, for editors and validators. */
@RestController
@Tag(name = "plans")
class SchemasController {

  private static final String SCHEMA_JSON = "application/schema+json";

  @GetMapping(path = "/api/v1/schemas/{name}", produces = SCHEMA_JSON)
  @Operation(
      operationId = "getSchema",
      summary = "A JSON Schema",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "A JSON Schema, draft 2020-12.",
              content =
                  @Content(
                      mediaType = SCHEMA_JSON,
                      schema = @Schema(implementation = Object.class))))
  ResponseEntity<String> schema(
      @Parameter(description = "`plan-problem` or `plan-result`.") @PathVariable String name) {
    return PlanSchemas.find(name)
        .map(schema ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SCHEMA_JSON))
                .body(schema.text()))
        .orElseThrow(() -> Refusal.notFound("schema", name));
  }
}
