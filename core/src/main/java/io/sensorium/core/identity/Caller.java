package io.sensorium.core.identity;

import io.sensorium.core.id.ApplicationId;
import java.util.Set;

/** Who is calling, as far as the shown credential tells. */
public sealed interface Caller {

  /** Names the caller for rate limits and the log; no secret. */
  String name();

  /** Names whom the credential belongs to, who may have several; no secret. */
  String owner();

  /** The operator of the server. */
  record Administrator(String credentialId) implements Caller {
    @Override
    public String name() {
      return "admin:" + credentialId;
    }

    @Override
    public String owner() {
      return "operator";
    }
  }

  /** A program of an application's owner. */
  record Key(ApplicationId application, Set<Scope> scopes, String credentialId) implements Caller {

    public Key {
      scopes = Set.copyOf(scopes);
    }

    @Override
    public String name() {
      return "key:" + credentialId;
    }

    @Override
    public String owner() {
      return "application:" + application;
    }
  }

  /** A person's phone with its user token: it reads and writes that person's data. */
  record Phone(User.Person person, Install install) implements Caller {
    @Override
    public String name() {
      return "install:" + install.id();
    }

    @Override
    public String owner() {
      return "person:" + person.id();
    }
  }

  /** An app with an upload token: it appends to one install, and reads nothing. */
  record Uploader(User.Person person, Install install) implements Caller {
    @Override
    public String name() {
      return "upload:" + install.id();
    }

    @Override
    public String owner() {
      return "person:" + person.id();
    }
  }

  /** Somebody with a role in an account. */
  record Controller(User.Control user) implements Caller {
    @Override
    public String name() {
      return "control:" + user.id();
    }

    @Override
    public String owner() {
      return name();
    }
  }
}
