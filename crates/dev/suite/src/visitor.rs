//! Somebody with a browser and no scripts: keeps cookies, reads a page, sends its forms.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use axum::body::Body;
use http::{HeaderMap, Method};
use tokio::sync::Mutex;
use tower::ServiceExt as _;

use crate::{Reply, World};

/// A browser without scripts.
pub struct Visitor<'w> {
    world: &'w World,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl<'w> Visitor<'w> {
    /// A new browser.
    pub fn new(world: &'w World) -> Self {
        Self { world, cookies: Mutex::default() }
    }

    /// A browser in which a member of staff of the demo county is signed in.
    pub async fn staff(world: &'w World, account: &str) -> Self {
        let visitor = Self::new(world);
        let page = visitor.get("/signin").await;
        let form = [("csrf", token(&page.text)), ("account", account.to_owned()), ("password", lianxin::demo::PASSWORD.to_owned())];
        let reply = visitor.send("/signin", &form).await;
        assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
        visitor
    }

    /// Reads a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.go(Method::GET, path, String::new()).await
    }

    /// Reads the page at `from` and sends a form of it to `to`, with the page's token.
    pub async fn post(&self, from: &str, to: &str, fields: &[(&str, &str)]) -> Reply {
        let page = self.get(from).await;
        assert_eq!(page.status.as_u16(), 200, "{from}: {}", page.text);
        let csrf = token(&page.text);
        let form: Vec<(&str, String)> =
            [("csrf", csrf)].into_iter().chain(fields.iter().map(|(name, value)| (*name, (*value).to_owned()))).collect();
        self.send(to, &form).await
    }

    /// Sends a form as it is.
    pub async fn send(&self, path: &str, fields: &[(&str, String)]) -> Reply {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        self.go(Method::POST, path, body.join("&")).await
    }

    /// Asks for a page with headers of its own; its status and how it is encoded.
    pub async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> (u16, Option<String>) {
        let cookies: Vec<String> = self.cookies.lock().await.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = http::Request::builder().uri(path).header("host", "127.0.0.1:8080").header("cookie", cookies.join("; "));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.world.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let encoding = response.headers().get("content-encoding").map(|value| value.to_str().unwrap().to_owned());
        (response.status().as_u16(), encoding)
    }

    async fn go(&self, method: Method, path: &str, body: String) -> Reply {
        let mut headers = HeaderMap::new();
        let cookies: Vec<String> = self.cookies.lock().await.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            headers.insert("cookie", cookies.join("; ").parse().unwrap());
        }
        if method == Method::POST {
            headers.insert("content-type", "application/x-www-form-urlencoded".parse().unwrap());
        }
        let reply = self.world.send(method, path, headers, Body::from(body)).await;
        let mut kept = self.cookies.lock().await;
        for value in reply.headers.get_all("set-cookie") {
            let (pair, _) = value.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            kept.insert(name.to_owned(), value.to_owned());
        }
        drop(kept);
        reply
    }
}

/// The value of the first hidden field `name` of a page.
pub fn hidden(page: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

fn token(page: &str) -> String {
    hidden(page, "csrf").expect("a form with a token")
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            _ => write!(out, "%{byte:02X}").unwrap(),
        }
        out
    })
}
