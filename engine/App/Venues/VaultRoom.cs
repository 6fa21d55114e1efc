using Workbench.Platform.Vault;

namespace Workbench.App;

/// <summary>Where keys are kept on this machine: the environment first, then the system's keyring, then an encrypted file of the user's.</summary>
static class VaultRoom
{
    const string PassphraseVariable = "WORKBENCH_VAULT_PASSPHRASE";

    /// <summary>All that is secret and was read in this process.</summary>
    public static Secrets Secrets { get; } = new();

    /// <summary>The stores, in the order they are asked.</summary>
    public static KeyChain Open() => new([new EnvironmentVault(), new KeyringVault(), new FileVault(FilePath, Passphrase)], Secrets);

    /// <summary>The store that new keys go into where none is named: the keyring where there is one.</summary>
    public static string Usual => new KeyringVault().Refusal is null ? "keyring" : "file";

    static string FilePath => Environment.GetEnvironmentVariable("WORKBENCH_VAULT") is { Length: > 0 } path
        ? path
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".workbench", "vault");

    static string Passphrase() => Environment.GetEnvironmentVariable(PassphraseVariable) is { Length: > 0 } phrase ? phrase
        : Console.IsInputRedirected ? throw SessionErrors.NoPassphrase(PassphraseVariable)
        : Secret.Ask("passphrase of the vault: ");
}
