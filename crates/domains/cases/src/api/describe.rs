//! The steps of staff in the OpenAPI document: one path each, from the same list as the routes.

use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, Required, ResponseBuilder};
use utoipa::{PartialSchema, ToSchema};

use super::view::ChangedView;
use crate::commands::{Verb, every_verb};

/// Adds the steps to the document.
pub(super) fn steps(document: &mut OpenApi) {
    macro_rules! describe {
        ($($verb:ty, $summary:literal;)*) => {
            $(add::<$verb>(document, $summary);)*
        };
    }
    every_verb!(describe);
}

fn add<V: Verb + ToSchema + PartialSchema>(document: &mut OpenApi, summary: &str) {
    let components = document.components.get_or_insert_default();
    components.schemas.insert(V::name().into_owned(), V::schema());
    components.schemas.insert(ChangedView::name().into_owned(), ChangedView::schema());
    document.paths.paths.insert(format!("/cases/{{number}}/{}", V::NAME), PathItem::new(HttpMethod::Post, operation::<V>(summary)));
}

fn operation<V: Verb + ToSchema>(summary: &str) -> Operation {
    let text = || ObjectBuilder::new().schema_type(Type::String).build();
    let number = ParameterBuilder::new()
        .name("number")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some("The case number"))
        .schema(Some(text()))
        .build();
    let seen = ParameterBuilder::new()
        .name("If-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("The version that was seen"))
        .schema(Some(text()))
        .build();
    let json = |name: &str| ContentBuilder::new().schema(Some(Ref::from_schema_name(name))).build();
    let mut operation = OperationBuilder::new()
        .operation_id(Some(V::NAME))
        .tag("staff")
        .summary(Some(summary))
        .parameter(number)
        .parameter(seen)
        .request_body(Some(RequestBodyBuilder::new().content("application/json", json(&V::name())).build()))
        .security(SecurityRequirement::new("bearer", Vec::<String>::new()))
        .response("200", ResponseBuilder::new().description("").content("application/json", json(&ChangedView::name())).build());
    for status in ["404", "409", "422", "428"] {
        operation = operation.response(status, ResponseBuilder::new().description("").build());
    }
    operation.build()
}
