global using Workbench.Platform.Journals;
global using Workbench.Platform.Vault;
global using Workbench.Platform.Resilience;
