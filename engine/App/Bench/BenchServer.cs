using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Workbench.Model;
using Workbench.Platform.Postgres;

namespace Workbench.App;

/// <summary>A PostgreSQL server to measure on, as a user would have it: it waits for the disk (fsync on). Its data lie in a temporary folder and are gone when it is disposed.</summary>
sealed class BenchServer : IDisposable
{
    const string User = "bench";

    readonly string folder = Directory.CreateTempSubdirectory("workbench-bench-").FullName;
    readonly Process server;

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public BenchServer()
    {
        var (port, password) = (FreePort(), Guid.NewGuid().ToString("N"));
        File.WriteAllText(Path.Combine(folder, "password"), password);
        Environment.SetEnvironmentVariable(PostgresAddress.PasswordVariable, password);
        Address = new PostgresAddress(User, "127.0.0.1", port, "postgres");
        if (IsRoot)
        {
            Finish(Start("chown", "-R", "nobody", folder));
        }

        Finish(Start([.. Unprivileged, Find("initdb")!, "-D", Data, "-A", "scram-sha-256", "-U", User, "--pwfile=" + Path.Combine(folder, "password"), "--no-locale", "-E", "UTF8"]));
        server = Start([.. Unprivileged, Find("postgres")!, "-D", Data, "-p", port.ToString(CultureInfo.InvariantCulture), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "max_wal_size=4GB"]);
        while (server.StandardError.ReadLine() is { } said && !said.Contains("ready to accept connections", StringComparison.Ordinal))
        {
        }

        // Whoever does not listen stops it once the pipe is full.
        _ = server.StandardError.ReadToEndAsync();
        new PostgresSchema(Address).Migrate(plain: true);
    }

    /// <summary>Why nothing can be measured on it; null where it can.</summary>
    public static string? SkipReason => Find("initdb") is null || Find("postgres") is null ? "PostgreSQL is not there: sudo apt-get install -y postgresql-15" : null;

    /// <summary>Where it listens, with the schema in it.</summary>
    public PostgresAddress Address { get; }

    public void Dispose()
    {
        // Its way of ending at once: the main process alone would leave its children behind.
        Finish(Start("kill", "-QUIT", server.Id.ToString(CultureInfo.InvariantCulture)));
        server.WaitForExit();
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    static bool IsRoot => Environment.UserName == "root";

    // It refuses to run as root.
    static string[] Unprivileged => IsRoot ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];

    string Data => Path.Combine(folder, "data");

    static string? Find(string name) => Folders().Select(each => Path.Combine(each, name)).FirstOrDefault(File.Exists);

    static IEnumerable<string> Folders()
    {
        const string Debian = "/usr/lib/postgresql";
        var own = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [];
        return own.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static Process Start(params string[] words) => Process.Start(new ProcessStartInfo(words[0], words[1..])
    {
        RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(), Environment = { ["LC_ALL"] = "C" },
    })!;

    static void Finish(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException(error.Result);
            }
        }
    }
}
