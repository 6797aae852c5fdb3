"""Puts resources and shipped rubrics into a wheel; an editable install reads the checkout's own."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            build_data["force_include"] |= {
                "resources": "qa_desktop/resources",
                "rubrics": "qa_desktop/resources/rubrics",
            }
