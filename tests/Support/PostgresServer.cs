using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Workbench.Support;

/// <summary>A PostgreSQL server of our own on loopback, with its data in a temporary folder, gone when it is disposed. It keeps nothing safe from a power cut, so that tests are quick.</summary>
public sealed class PostgresServer : IDisposable
{
    /// <summary>Who signs in, and with which password.</summary>
    public const string User = "wb", Password = "not-a-secret-of-anyone";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string folder;
    readonly Process server;
    int databases;

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="settings">Settings beyond the usual ones, as <c>name=value</c>.</param>
    public PostgresServer(params string[] settings)
    {
        folder = Directory.CreateTempSubdirectory("workbench-postgres-").FullName;
        Port = FreePort();
        var password = System.IO.Path.Combine(folder, "password");
        File.WriteAllText(password, Password);
        if (IsRoot)
        {
            Run("chown", "-R", "nobody", folder);
        }

        Run([.. Unprivileged, Program("initdb"), "-D", Data, "-A", "scram-sha-256", "-U", User, "--pwfile=" + password, "--no-sync", "--no-locale", "-E", "UTF8"]);
        string[] usual = ["listen_addresses=127.0.0.1", "fsync=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=100"];
        server = Start([.. Unprivileged, Program("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-k", folder, .. usual.Concat(settings).SelectMany(setting => (string[])["-c", setting])]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        Wait();
    }

    /// <summary>Why tests that need a server are skipped; null where there is one.</summary>
    public static string? SkipReason { get; } = !OperatingSystem.IsLinux() ? "the tests start PostgreSQL on Linux only."
        : Find("initdb") is null || Find("postgres") is null ? "PostgreSQL is not there: sudo apt-get install -y postgresql-15"
        : null;

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Address of a database, without a password.</summary>
    public string Address(string database) => FormattableString.Invariant($"postgres://{User}@127.0.0.1:{Port}/{database}");

    /// <summary>Makes a database.</summary>
    /// <param name="template">The database it is a copy of, to which nobody may be connected; an empty one by default.</param>
    /// <returns>Its address, without a password.</returns>
    public string NewDatabase(string template = "template1")
    {
        var name = FormattableString.Invariant($"test{Interlocked.Increment(ref databases)}");
        Sql("postgres", $"create database {name} template {template}");
        return Address(name);
    }

    /// <summary>What a statement prints in a database.</summary>
    public string Sql(string database, string statement) => Run(
        [Program("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", User, "-d", database, "-c", statement]).Trim();

    public void Dispose()
    {
        Stop();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static bool IsRoot => Environment.UserName == "root";

    // It refuses to run as root; whoever else starts the tests is as good as any.
    static string[] Unprivileged => IsRoot ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];

    string Data => System.IO.Path.Combine(folder, "data");

    static string Program(string name) => Find(name) ?? throw new InvalidOperationException(SkipReason);

    static string? Find(string name) => Folders().Select(each => System.IO.Path.Combine(each, name)).FirstOrDefault(File.Exists);

    static IEnumerable<string> Folders()
    {
        var debian = "/usr/lib/postgresql";
        var own = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(version => System.IO.Path.Combine(version, "bin")) : [];
        return own.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    void Wait()
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; Thread.Sleep(20))
        {
            if (server.HasExited)
            {
                throw new InvalidOperationException("postgres ended: " + server.StandardError.ReadToEnd());
            }

            try
            {
                Sql("postgres", "select 1");
                _ = server.StandardError.ReadToEndAsync();
                return;
            }
            catch (InvalidOperationException) when (since.Elapsed < Patience)
            {
                // Not yet.
            }
        }

        throw new TimeoutException("postgres does not answer.");
    }

    void Stop()
    {
        if (!server.HasExited)
        {
            // Its way of ending at once: the main process alone would leave its children behind.
            Run("kill", "-QUIT", server.Id.ToString(CultureInfo.InvariantCulture));
            server.WaitForExit(Patience);
        }
    }

    static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = System.IO.Path.GetTempPath(), Environment = { ["PGPASSWORD"] = Password, ["LC_ALL"] = "C" } };
        return Process.Start(start)!;
    }

    static string Run(params string[] words)
    {
        using var process = Start(words);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{words[0]} ended with {process.ExitCode}: {error.Result}");
    }
}
