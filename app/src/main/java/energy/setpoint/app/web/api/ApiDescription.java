package energy.setpoint.app.web.api;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beyond the controllers: how every operation refuses. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  @Bean
  OpenApiCustomizer problems() {
    return api -> {
      api.getComponents().addSchemas("Problem", problem());
      var response =
          new ApiResponse()
              .description("A refusal, as problem details (RFC 9457).")
              .content(
                  new Content()
                      .addMediaType(
                          "application/problem+json",
                          new MediaType()
                              .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(
              operation -> operation.getResponses().addApiResponse(ApiResponses.DEFAULT, response));
    };
  }

  private static Schema<?> problem() {
    var error =
        new ObjectSchema()
            .addProperty(
                "pointer",
                new StringSchema()
                    .description("Where in the body.")
                    .example("#/vehicles/0/targetWh"))
            .addProperty("detail", new StringSchema().description("What was expected there."));
    return new ObjectSchema()
        .description("Why a request was refused (RFC 9457).")
        .addProperty(
            "type", new StringSchema().format("uri-reference").example("/problems/invalid-request"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty("errors", new ArraySchema().items(error));
  }
}
