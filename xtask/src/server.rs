//! A static server on this machine alone, as any web host would serve `dist/`.

use crate::Failure;
use axum::{
    Router,
    http::{HeaderValue, header},
};
use std::{
    net::{Ipv4Addr, SocketAddr},
    path::Path,
};
use tokio::{net::TcpListener, runtime::Runtime};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// A running server. It ends, with all its connections, when it is dropped.
pub struct Server {
    runtime: Option<Runtime>,
    address: SocketAddr,
}

impl Server {
    /// Serves a folder under `/prefix/`, or at the root when the prefix is empty. A `port` of 0
    /// takes any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: &Path, prefix: &str, port: u16) -> Result<Self, Failure> {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
        let router = if prefix.is_empty() {
            Router::new().fallback_service(files)
        } else {
            Router::new().nest_service(&format!("/{prefix}/"), files)
        };
        // Browsers ask again each time, so that a new build is seen at once.
        let router = router.layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ));
        runtime.spawn(async move { axum::serve(TcpListener::from_std(listener)?, router).await });
        Ok(Self { runtime: Some(runtime), address })
    }

    /// Like [`Server::start`] with this port or the next free one.
    ///
    /// # Errors
    /// When twenty ports in a row are taken.
    pub fn start_near(folder: &Path, prefix: &str, port: u16) -> Result<Self, Failure> {
        let mut last = None;
        for port in port..port.saturating_add(20) {
            match Self::start(folder, prefix, port) {
                Ok(server) => return Ok(server),
                Err(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| "no port to try".into()))
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Cuts open connections too: to a browser this is a network that went away.
            runtime.shutdown_background();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    fn get(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(server.address()).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_are_served_under_the_prefix_and_nowhere_else() {
        let folder = crate::project().join("xtask");
        let server = Server::start(&folder, "sub", 0).unwrap();
        assert!(get(&server, "/sub/Cargo.toml").contains("200 OK"));
        assert!(get(&server, "/Cargo.toml").contains("404"));
        assert!(get(&server, "/sub/../Cargo.toml").contains("404"));
        assert!(get(&server, "/sub/%2e%2e/Cargo.toml").contains("404"));
    }

    #[test]
    fn a_taken_port_leads_to_the_next_one() {
        let folder = crate::project();
        let first = Server::start(folder, "", 0).unwrap();
        let port = first.address().port();
        let second = Server::start_near(folder, "", port).unwrap();
        assert!(second.address().port() > port);
    }

    #[test]
    fn nothing_answers_after_the_end() {
        let server = Server::start(crate::project(), "", 0).unwrap();
        let address = server.address();
        assert!(TcpStream::connect(address).is_ok());
        drop(server);
        // The listener closes as the runtime winds up; a fresh bind tells when it has.
        while std::net::TcpListener::bind(address).is_err() {
            std::thread::yield_now();
        }
    }
}
