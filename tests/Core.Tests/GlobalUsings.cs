global using Workbench.Core.Tests.Kit;
