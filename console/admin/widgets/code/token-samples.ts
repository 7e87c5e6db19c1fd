/** A sample token endpoint in one programming language. */
export interface TokenSample {
  language: string;
  /** The command that installs the library that signs, or its name. */
  needs: string;
  code: (widgetId: string) => string;
}

/**
 * Sample token endpoints in common languages of web servers. Each reads the key from the environment, uses it
 * unchanged, and signs a token of ten minutes (`exp` = `iat` + 600) with HS256.
 */
export const tokenSamples: readonly TokenSample[] = [
  {
    language: 'Node',
    needs: 'npm install express jsonwebtoken',
    code: (widgetId) => `import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();

app.get('/token', (request, response) => {
  const token = jwt.sign({ sub: '${widgetId}' }, process.env.CONNECT_CHAT_KEY, {
    algorithm: 'HS256',
    expiresIn: 600,
  });
  response.set('cache-control', 'no-store').json({ data: token });
});

app.listen(3000);`,
  },
  {
    language: 'Python',
    needs: 'pip install flask pyjwt',
    code: (widgetId) => `import os
import time

import jwt
from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/token")
def token():
    now = int(time.time())
    payload = {"sub": "${widgetId}", "iat": now, "exp": now + 600}
    signed = jwt.encode(payload, os.environ["CONNECT_CHAT_KEY"], algorithm="HS256")
    return jsonify(data=signed), 200, {"Cache-Control": "no-store"}`,
  },
  {
    language: 'PHP',
    needs: 'composer require firebase/php-jwt',
    code: (widgetId) => `<?php
require 'vendor/autoload.php';

use Firebase\\JWT\\JWT;

$now = time();
$payload = ['sub' => '${widgetId}', 'iat' => $now, 'exp' => $now + 600];

header('Content-Type: application/json');
header('Cache-Control: no-store');
echo json_encode(['data' => JWT::encode($payload, getenv('CONNECT_CHAT_KEY'), 'HS256')]);`,
  },
  {
    language: 'Ruby',
    needs: 'gem install sinatra jwt',
    code: (widgetId) => `require 'json'
require 'jwt'
require 'sinatra'

get '/token' do
  now = Time.now.to_i
  payload = { sub: '${widgetId}', iat: now, exp: now + 600 }
  content_type :json
  cache_control :no_store
  { data: JWT.encode(payload, ENV.fetch('CONNECT_CHAT_KEY'), 'HS256') }.to_json
end`,
  },
  {
    language: 'Java',
    needs: 'com.auth0:java-jwt',
    code: (widgetId) => `import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.time.Instant;

public class TokenServer {
  public static void main(String[] args) throws Exception {
    var key = Algorithm.HMAC256(System.getenv("CONNECT_CHAT_KEY"));
    var server = HttpServer.create(new InetSocketAddress(3000), 0);
    server.createContext("/token", exchange -> {
      var now = Instant.now();
      var token = JWT.create()
          .withSubject("${widgetId}")
          .withIssuedAt(now)
          .withExpiresAt(now.plusSeconds(600))
          .sign(key);
      var body = ("{\\"data\\":\\"" + token + "\\"}").getBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
  }
}`,
  },
  {
    language: 'C#',
    needs: 'dotnet add package System.IdentityModel.Tokens.Jwt',
    code: (widgetId) => `using System.IdentityModel.Tokens.Jwt;
using System.Text;
using Microsoft.IdentityModel.Tokens;

var app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/token", (HttpResponse response) =>
{
    var key = new SymmetricSecurityKey(
        Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("CONNECT_CHAT_KEY")!));
    var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    var payload = new JwtPayload { ["sub"] = "${widgetId}", ["iat"] = now, ["exp"] = now + 600 };
    var header = new JwtHeader(new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
    var token = new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken(header, payload));
    response.Headers.CacheControl = "no-store";
    return new { data = token };
});

app.Run();`,
  },
];
